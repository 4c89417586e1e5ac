package io.ledgerbridge.books.audit.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerbridge.books.audit.AuditLink;
import io.ledgerbridge.books.audit.covered.CoveredDecision;
import io.ledgerbridge.logging.Words;
import java.util.List;
import java.util.Map;

/** What the links of a chain tell of what one person asked for and a second one decided, and of the refunds that came of it. */
final class ToldApprovals {

    private static final List<String> ASKED = List.of(
            "refund", "amount", "tax", "tender", "date", "after", "reason", "sha256", "orders", "amounts", "until");
    private static final String REMOVE = "remove-refund";

    private final ToldValues told;
    private int refunds;

    ToldApprovals(ToldValues told) {
        this.told = told;
    }

    void asked(AuditLink link, JsonNode detail) {
        Map<String, String> values = ToldValues.values(detail, ASKED);
        values.putIfAbsent("refund", "");
        values.put("kind", kind(link));
        values.put("state", "waiting");
        values.put("askedBy", detail.path("by").asText());
        values.put("by", "");
        told.tell(approval(detail), values);
        told.speaks(link, detail, values);
    }

    void confirmed(AuditLink link, JsonNode detail) {
        decided(link, detail, "confirmed");
        if (kind(link).equals(REMOVE)) {
            Map<String, String> removed =
                    told.find("the recorded refund " + detail.path("refund").asText());
            if (removed != null) {
                removed.put("removed", "true");
            }
            return;
        }
        refunds++;
        Map<String, String> values =
                ToldValues.values(detail, List.of("amount", "tax", "tender", "date", "after", "askedBy", "by"));
        values.put("removed", "false");
        told.tell(CoveredDecision.recordedRefund(refunds), values);
        told.speaks(link, detail, values);
    }

    /** Whoever decides has the same before them as whoever asked, and is somebody else. */
    void decided(AuditLink link, JsonNode detail, String state) {
        Map<String, String> values = told.find(approval(detail));
        if (values == null || !"waiting".equals(values.get("state"))) {
            told.fault(link, "%s was %s, and nobody had asked for it".formatted(approval(detail), state));
            return;
        }
        Map<String, String> now = ToldValues.values(detail, ASKED);
        now.put("kind", kind(link));
        now.put("askedBy", detail.path("askedBy").asText());
        now.forEach((name, value) -> {
            if (!told.words().isSame(values.getOrDefault(name, value), value)
                    && !told.words().isSame(value, values.getOrDefault(name, value))) {
                told.fault(
                        link,
                        "%s was asked for with another %s than it was %s with"
                                .formatted(approval(detail), name, state));
            }
        });
        String by = detail.path("by").asText();
        // of two names that were secrets nobody knows whether they are the same
        if (by.equalsIgnoreCase(values.get("askedBy")) && !by.contains(Words.HIDDEN)) {
            told.fault(link, "%s was %s by who had asked for it".formatted(approval(detail), state));
        }
        values.put("state", state);
        values.put("by", detail.path("by").asText());
        told.speaks(link, detail, values);
    }

    private static String kind(AuditLink link) {
        return link.step().substring(0, link.step().lastIndexOf('-'));
    }

    private static String approval(JsonNode detail) {
        return CoveredDecision.approval(detail.path("approval").asLong());
    }
}
