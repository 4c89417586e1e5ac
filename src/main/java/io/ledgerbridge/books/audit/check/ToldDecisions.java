package io.ledgerbridge.books.audit.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerbridge.books.audit.AuditLink;
import io.ledgerbridge.books.audit.covered.CoveredDecision;
import io.ledgerbridge.books.audit.covered.CoveredDecisions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the links of a chain tell of what was decided, as it stands after the last of them. Of a value that a link of an
 * earlier version of the program doesn't tell, nothing is known.
 */
final class ToldDecisions {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> SAID = List.of("document", "why", "refusedFor");
    private static final List<String> ASKED = List.of("refund", "amount", "tax", "tender", "date", "after");
    private static final String DIFFERENCE = "difference";
    private static final String REMOVE = "remove-refund";

    private final Map<String, Map<String, String>> told = new LinkedHashMap<>();
    private final Map<Integer, List<Map<String, String>>> speaking = new HashMap<>();
    private final Map<Integer, String> faults = new TreeMap<>();
    private int refunds;

    void look(AuditLink link) {
        switch (link.step()) {
            case "set-aside" -> setAside(link);
            case "set-aside-undone" ->
                told.remove(CoveredDecision.setAside(
                        ToldByChain.detail(link).path("refund").asLong()));
            case "set-aside-kept" -> kept(ToldByChain.detail(link));
            case "order-replayed" -> {
                if (ToldByChain.detail(link).path(DIFFERENCE).asBoolean()) {
                    difference("true");
                }
            }
            case "order-set-aside", "order-parked" -> difference("false");
            case "record-refund-asked", "remove-refund-asked" -> asked(link);
            case "record-refund-confirmed", "remove-refund-confirmed" -> confirmed(link);
            case "record-refund-refused", "remove-refund-refused" -> decided(link, "refused");
            case "mapping-recorded" -> mapping(ToldByChain.detail(link));
            default -> {
                // it decides nothing that has a row
            }
        }
    }

    /** The words beside a link, once all links were looked at. */
    void said(int link, String words) {
        for (Map<String, String> values : speaking.getOrDefault(link, List.of())) {
            try {
                JsonNode said = JSON.readTree(words);
                SAID.stream()
                        .filter(said::has)
                        .forEach(
                                name -> said(link, values, name, said.path(name).asText()));
            } catch (JsonProcessingException changed) {
                // their hash shows that
            }
        }
    }

    private void said(int link, Map<String, String> values, String name, String text) {
        String before = values.put(name, text);
        if (before != null && !before.equals(text)) {
            faults.put(link, "the %s that is said here is another than the one before".formatted(name));
        }
    }

    /** What was said before is erased. */
    void erased() {
        speaking.clear();
        told.values().forEach(values -> values.keySet().removeAll(SAID));
    }

    /** The values of each, by what it is. */
    Map<String, Map<String, String>> told() {
        return told;
    }

    /** What a link says that doesn't fit those before it. */
    Map<Integer, String> faults() {
        return faults;
    }

    private void setAside(AuditLink link) {
        JsonNode detail = ToldByChain.detail(link);
        Map<String, String> values = values(detail, List.of("kind", "x3Number", "by"));
        if (detail.has(DIFFERENCE)) {
            values.put(DIFFERENCE, detail.path(DIFFERENCE).asText());
            values.put("kept", "");
        }
        told.put(CoveredDecision.setAside(detail.path("refund").asLong()), values);
        speaks(link, detail, values);
    }

    private void kept(JsonNode detail) {
        Map<String, String> values =
                told.get(CoveredDecision.setAside(detail.path("refund").asLong()));
        if (values != null) {
            values.put("kept", detail.path("sha256").asText());
        }
    }

    private void difference(String asked) {
        Map<String, String> values = told.get(CoveredDecision.setAside(0));
        if (values != null && values.containsKey(DIFFERENCE)) {
            values.put(DIFFERENCE, asked);
        }
    }

    private void asked(AuditLink link) {
        JsonNode detail = ToldByChain.detail(link);
        Map<String, String> values = values(detail, ASKED);
        values.putIfAbsent("refund", "");
        values.put("kind", kind(link));
        values.put("state", "waiting");
        values.put("askedBy", detail.path("by").asText());
        values.put("by", "");
        told.put(approval(detail), values);
        speaks(link, detail, values);
    }

    private void confirmed(AuditLink link) {
        decided(link, "confirmed");
        JsonNode detail = ToldByChain.detail(link);
        if (kind(link).equals(REMOVE)) {
            Map<String, String> removed =
                    told.get("the recorded refund " + detail.path("refund").asText());
            if (removed != null) {
                removed.put("removed", "true");
            }
            return;
        }
        refunds++;
        Map<String, String> values =
                values(detail, List.of("amount", "tax", "tender", "date", "after", "askedBy", "by"));
        values.put("removed", "false");
        told.put(CoveredDecision.recordedRefund(refunds), values);
        speaks(link, detail, values);
    }

    private void decided(AuditLink link, String state) {
        JsonNode detail = ToldByChain.detail(link);
        Map<String, String> values = told.get(approval(detail));
        if (values == null || !"waiting".equals(values.get("state"))) {
            faults.put(link.link(), "%s was %s, and nobody had asked for it".formatted(approval(detail), state));
            return;
        }
        values(detail, ASKED).forEach((name, now) -> {
            String before = values.getOrDefault(name, now);
            if (!before.equals(now)) {
                faults.put(
                        link.link(),
                        "%s was asked for with the %s %s, and was %s with %s"
                                .formatted(approval(detail), name, before, state, now));
            }
        });
        values.put("state", state);
        values.put("by", detail.path("by").asText());
        speaks(link, detail, values);
    }

    private void mapping(JsonNode detail) {
        told.put(
                CoveredDecision.mappingVersion(
                        detail.path("channel").asText(), detail.path("version").asLong()),
                values(detail, List.of("sha256", "since", "by")));
    }

    /** What people said stands beside a link, or in its detail where the link is older than that. */
    private void speaks(AuditLink link, JsonNode detail, Map<String, String> values) {
        SAID.stream()
                .filter(detail::has)
                .forEach(name -> values.put(name, detail.path(name).asText()));
        speaking.computeIfAbsent(link.link(), first -> new ArrayList<>()).add(values);
    }

    private static Map<String, String> values(JsonNode detail, List<String> names) {
        Map<String, String> values = new LinkedHashMap<>();
        names.stream().filter(detail::has).forEach(name -> {
            String text = detail.path(name).asText();
            values.put(name, name.equals("amount") || name.equals("tax") ? CoveredDecisions.amount(text) : text);
        });
        return values;
    }

    private static String kind(AuditLink link) {
        return link.step().substring(0, link.step().lastIndexOf('-'));
    }

    private static String approval(JsonNode detail) {
        return CoveredDecision.approval(detail.path("approval").asLong());
    }
}
