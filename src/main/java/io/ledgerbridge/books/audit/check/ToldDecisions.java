package io.ledgerbridge.books.audit.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerbridge.books.audit.AuditLink;
import io.ledgerbridge.books.audit.covered.CoveredDecision;
import io.ledgerbridge.books.audit.covered.CoveredDecisions;
import io.ledgerbridge.logging.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the links of a chain tell of what was decided, as it stands after the last of them. Of a value that a link of an
 * earlier version of the program doesn't tell, nothing is known.
 */
final class ToldDecisions {

    /** What people say of it: it stands beside the chain, until it is erased. */
    static final List<String> SAID = List.of("document", "why", "refusedFor");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> ASKED = List.of("refund", "amount", "tax", "tender", "date", "after");
    private static final String DIFFERENCE = "difference";
    private static final String REMOVE = "remove-refund";

    private final SaidWords words;
    private final Map<String, Map<String, String>> told = new LinkedHashMap<>();
    private final Set<String> ever = new HashSet<>();
    private final Map<Integer, List<Map<String, String>>> speaking = new HashMap<>();
    private final Map<Integer, String> faults = new TreeMap<>();
    private int refunds;
    private boolean mappings;

    ToldDecisions(SaidWords words) {
        this.words = words;
    }

    void look(AuditLink link) {
        JsonNode detail = ToldByChain.detail(link);
        switch (link.step()) {
            case "set-aside" -> setAside(link, detail);
            case "set-aside-undone" -> told.remove(setAside(detail));
            case "set-aside-kept" -> {
                wasSetAside(link, setAside(detail));
                kept(detail);
            }
            case "order-replayed" -> {
                if (detail.path(DIFFERENCE).asBoolean()) {
                    difference("true");
                    ever.add(DIFFERENCE);
                }
            }
            case "order-set-aside" -> {
                wasSetAside(link, CoveredDecision.setAside(0));
                difference("false");
            }
            case "order-parked" -> difference("false");
            case "record-refund-asked", "remove-refund-asked" -> asked(link, detail);
            case "record-refund-confirmed", "remove-refund-confirmed" -> confirmed(link, detail);
            case "record-refund-refused", "remove-refund-refused" -> decided(link, detail, "refused");
            case "mappings-begun" -> mappings = true;
            case "mapping-recorded" ->
                tell(
                        CoveredDecision.mappingVersion(
                                detail.path("channel").asText(),
                                detail.path("version").asLong()),
                        values(detail, List.of("sha256", "since", "by")));
            default -> {
                // it decides nothing that has a row
            }
        }
    }

    /** The words beside a link, once all links were looked at. */
    void said(int link, String words) {
        for (Map<String, String> values : speaking.getOrDefault(link, List.of())) {
            try {
                said(link, values, JSON.readTree(words));
            } catch (JsonProcessingException changed) {
                // their hash shows that
            }
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

    /** Whether the chain ever told of it, though it may stand no more. */
    boolean wasTold(String what) {
        return ever.contains(what);
    }

    /** Whether a person ever asked for what changed since the order was set aside. */
    boolean wasDifferenceAsked() {
        return ever.contains(DIFFERENCE);
    }

    /** Whether it tells of every version of the store's mappings. */
    boolean hasMappings() {
        return mappings;
    }

    /** What a link says that doesn't fit those before it. */
    Map<Integer, String> faults() {
        return faults;
    }

    private void tell(String what, Map<String, String> values) {
        told.put(what, values);
        ever.add(what);
    }

    private void setAside(AuditLink link, JsonNode detail) {
        Map<String, String> values = values(detail, List.of("kind", "x3Number", "by"));
        if (detail.has(DIFFERENCE)) {
            values.put(DIFFERENCE, detail.path(DIFFERENCE).asText());
            values.put("kept", "");
        } else {
            ever.add(DIFFERENCE); // whether anybody asked, links of before don't tell
        }
        tell(setAside(detail), values);
        speaks(link, detail, values);
    }

    /** It may be undone since its plan was made. */
    private void wasSetAside(AuditLink link, String what) {
        if (!ever.contains(what)) {
            faults.put(link.link(), "nobody had set it aside by then: %s stood in the database alone".formatted(what));
        }
    }

    private void kept(JsonNode detail) {
        Map<String, String> values = told.get(setAside(detail));
        if (values != null) {
            values.put("kept", detail.path("sha256").asText());
        }
    }

    private boolean hasDifference() {
        return told.getOrDefault(CoveredDecision.setAside(0), Map.of()).containsKey(DIFFERENCE);
    }

    private void difference(String asked) {
        if (hasDifference()) {
            told.getOrDefault(CoveredDecision.setAside(0), new HashMap<>()).put(DIFFERENCE, asked);
        }
    }

    private void asked(AuditLink link, JsonNode detail) {
        Map<String, String> values = values(detail, ASKED);
        values.putIfAbsent("refund", "");
        values.put("kind", kind(link));
        values.put("state", "waiting");
        values.put("askedBy", detail.path("by").asText());
        values.put("by", "");
        tell(approval(detail), values);
        speaks(link, detail, values);
    }

    private void confirmed(AuditLink link, JsonNode detail) {
        decided(link, detail, "confirmed");
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
        tell(CoveredDecision.recordedRefund(refunds), values);
        speaks(link, detail, values);
    }

    private void decided(AuditLink link, JsonNode detail, String state) {
        Map<String, String> values = told.get(approval(detail));
        if (values == null || !"waiting".equals(values.get("state"))) {
            faults.put(link.link(), "%s was %s, and nobody had asked for it".formatted(approval(detail), state));
            return;
        }
        Map<String, String> now = values(detail, ASKED);
        now.put("kind", kind(link));
        now.put("askedBy", detail.path("askedBy").asText());
        now.forEach((name, value) -> {
            if (!words.isSame(values.getOrDefault(name, value), value)
                    && !words.isSame(value, values.getOrDefault(name, value))) {
                faults.put(
                        link.link(),
                        "%s was asked for with another %s than it was %s with"
                                .formatted(approval(detail), name, state));
            }
        });
        String by = detail.path("by").asText();
        // of two names that were secrets nobody knows whether they are the same
        if (by.equalsIgnoreCase(values.get("askedBy")) && !by.contains(Words.HIDDEN)) {
            faults.put(link.link(), "%s was %s by who had asked for it".formatted(approval(detail), state));
        }
        values.put("state", state);
        values.put("by", detail.path("by").asText());
        speaks(link, detail, values);
    }

    /** What people said stands beside a link, or in its detail where the link is older than that. */
    private void speaks(AuditLink link, JsonNode detail, Map<String, String> values) {
        said(link.link(), values, detail);
        speaking.computeIfAbsent(link.link(), first -> new ArrayList<>()).add(values);
    }

    /** Whoever decides has the same words before them as whoever asked. */
    private void said(int link, Map<String, String> values, JsonNode said) {
        SAID.stream().filter(said::has).forEach(name -> {
            String text = said.path(name).asText();
            String before = values.put(name, text);
            if (before != null && !words.isSame(before, text) && !words.isSame(text, before)) {
                faults.put(link, "the %s that is said here is another than the one before".formatted(name));
            }
        });
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

    private static String setAside(JsonNode detail) {
        return CoveredDecision.setAside(detail.path("refund").asLong());
    }
}
