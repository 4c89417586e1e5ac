package io.ledgerbridge.books.audit.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerbridge.books.audit.covered.CoveredDecision;
import io.ledgerbridge.books.audit.covered.CoveredDecisions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Compares what was decided about an order, or recorded for a store, with what its chain tells of it. */
final class DecisionsCheck {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Their values name nobody, and are shown. */
    private static final Set<String> SHOWN = Set.of(
            "kind",
            "state",
            "refund",
            "amount",
            "tax",
            "date",
            "after",
            "removed",
            "difference",
            "since",
            "orders",
            "until");

    /** An amount, a day, a time, a number, or a word of the program's own. */
    private static final Pattern NOBODY = Pattern.compile("M?[-+.:0-9TZ]{0,40}|[a-z]{1,20}(-[a-z]{1,20})?");

    private final String store;
    private final long order;
    private final ToldDecisions told;
    private final SaidWords words;
    private final Findings findings;
    private final Map<String, Map<String, String>> open;

    DecisionsCheck(String store, long order, ToldDecisions told, CheckedAgainst against) {
        this.store = store;
        this.order = order;
        this.told = told;
        this.words = new SaidWords(against.words());
        this.findings = against.findings();
        this.open = new LinkedHashMap<>(told.values().all());
        told.values().faults().forEach((link, says) -> findings.add(Finding.ofLink(store, order, link, says)));
    }

    /** Looks at the next of its rows. */
    void look(CoveredDecision row) {
        Map<String, String> values = open.remove(row.what());
        boolean isOfBefore = row.isMappingVersion() && !told.hasMappings();
        if (values != null) {
            compare(row, values);
        } else if (!isOfBefore) {
            find("%s was added: the chain doesn't tell of it".formatted(row.what()));
        }
    }

    /** Whether journals were planned with a decision: most are with none, and their bodies need no place in memory. */
    static boolean isToBeLookedAt(String body) {
        return body.contains("\"recorded\":[{") || body.contains("\"setAside\":[{");
    }

    /**
     * Looks at what journals were planned with: a decision that stood in the database for one plan alone shows here.
     *
     * @param body JSON; its hash is looked at elsewhere
     */
    void lookAtPlan(String body) {
        JsonNode plan = json(body);
        plan.path("recorded").forEach(refund -> {
            String what = CoveredDecision.recordedRefund(refund.path("number").asLong());
            Map<String, String> values = told.values().find(what);
            if (values == null || !isSame(values, refund)) {
                find("journals were planned with %s: the chain tells of no such decision".formatted(what));
            }
        });
        plan.path("setAside").forEach(one -> {
            String what = CoveredDecision.setAside(one.path("refund").asLong());
            if (!told.values().wasTold(what)) {
                find("journals were planned with %s: the chain tells of no such decision".formatted(what));
            } else if (one.path("difference").asBoolean() && !told.wasDifferenceAsked()) {
                find("journals were planned of what changed since it was set aside: nobody asked for it");
            }
        });
    }

    /** There is no further one. */
    void end() {
        open.keySet().forEach(what -> find("%s is missing: the chain tells of it".formatted(what)));
    }

    private boolean isSame(Map<String, String> told, JsonNode planned) {
        return told.getOrDefault("amount", "")
                        .equals(CoveredDecisions.amount(planned.path("amount").asText()))
                && told.getOrDefault("tax", "")
                        .equals(CoveredDecisions.amount(planned.path("tax").asText()))
                && words.isSame(
                        told.getOrDefault("tender", ""), planned.path("tender").asText())
                && told.getOrDefault("date", "").equals(planned.path("date").asText())
                && told.getOrDefault("after", planned.path("after").asText("0"))
                        .equals(planned.path("after").asText("0"));
    }

    /** The first that differs is told: the others follow from it. */
    private void compare(CoveredDecision row, Map<String, String> values) {
        values.entrySet().stream()
                .filter(value -> !words.isSame(value.getValue(), row.values().get(value.getKey())))
                .findFirst()
                .ifPresent(value -> find(differs(row, value.getKey(), value.getValue())));
    }

    private static String differs(CoveredDecision row, String name, String value) {
        String what = "%s isn't as the chain tells it: %s is ".formatted(row.what(), name);
        String there = row.values().getOrDefault(name, "");
        return SHOWN.contains(name) && NOBODY.matcher(there).matches()
                ? what + "\"%s\", and the chain says \"%s\"".formatted(there, value)
                : what + "another";
    }

    private void find(String says) {
        findings.add(Finding.ofDecision(store, order, says));
    }

    /** Nothing of a text that was changed so that it can't be read. */
    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException changed) {
            return JSON.createObjectNode();
        }
    }
}
