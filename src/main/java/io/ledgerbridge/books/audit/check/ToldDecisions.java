package io.ledgerbridge.books.audit.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerbridge.books.audit.AuditLink;
import io.ledgerbridge.books.audit.covered.CoveredDecision;
import java.util.List;
import java.util.Map;

/**
 * What the links of a chain tell of what was decided, as it stands after the last of them. Of a value that a link of an
 * earlier version of the program doesn't tell, nothing is known.
 */
final class ToldDecisions {

    private static final String DIFFERENCE = "difference";

    private final ToldValues told;
    private final ToldApprovals approvals;
    private boolean mappings;

    ToldDecisions(SaidWords words) {
        this.told = new ToldValues(words);
        this.approvals = new ToldApprovals(told);
    }

    void look(AuditLink link) {
        JsonNode detail = ToldByChain.detail(link);
        switch (link.step()) {
            case "set-aside" -> setAside(link, detail);
            case "set-aside-undone" -> told.forget(setAside(detail));
            case "set-aside-kept" -> {
                wasSetAside(link, setAside(detail));
                kept(detail);
            }
            case "order-replayed" -> {
                if (detail.path(DIFFERENCE).asBoolean()) {
                    difference("true");
                    told.remember(DIFFERENCE);
                }
            }
            case "order-set-aside" -> {
                wasSetAside(link, CoveredDecision.setAside(0));
                difference("false");
            }
            case "order-parked" -> difference("false");
            case "record-refund-asked", "remove-refund-asked", "replay-asked" -> approvals.asked(link, detail);
            case "record-refund-confirmed", "remove-refund-confirmed" -> approvals.confirmed(link, detail);
            case "replay-confirmed" -> approvals.decided(link, detail, "confirmed");
            case "record-refund-refused", "remove-refund-refused", "replay-refused" ->
                approvals.decided(link, detail, "refused");
            case "mappings-begun" -> mappings = true;
            case "mapping-recorded" ->
                told.tell(
                        CoveredDecision.mappingVersion(
                                detail.path("channel").asText(),
                                detail.path("version").asLong()),
                        ToldValues.values(detail, List.of("sha256", "since", "by")));
            default -> {
                // it decides nothing that has a row
            }
        }
    }

    /** The values of each, with the words beside the links. */
    ToldValues values() {
        return told;
    }

    /** Whether a person ever asked for what changed since the order was set aside. */
    boolean wasDifferenceAsked() {
        return told.wasTold(DIFFERENCE);
    }

    /** Whether it tells of every version of the store's mappings. */
    boolean hasMappings() {
        return mappings;
    }

    private void setAside(AuditLink link, JsonNode detail) {
        Map<String, String> values = ToldValues.values(detail, List.of("kind", "x3Number", "by"));
        if (detail.has(DIFFERENCE)) {
            values.put(DIFFERENCE, detail.path(DIFFERENCE).asText());
            values.put("kept", "");
        } else {
            told.remember(DIFFERENCE); // whether anybody asked, links of before don't tell
        }
        told.tell(setAside(detail), values);
        told.speaks(link, detail, values);
    }

    /** It may be undone since its plan was made. */
    private void wasSetAside(AuditLink link, String what) {
        if (!told.wasTold(what)) {
            told.fault(link, "nobody had set it aside by then: %s stood in the database alone".formatted(what));
        }
    }

    private void kept(JsonNode detail) {
        Map<String, String> values = told.find(setAside(detail));
        if (values != null) {
            values.put("kept", detail.path("sha256").asText());
        }
    }

    /** Whether the order's set-aside is of a version that tells it. */
    private void difference(String asked) {
        Map<String, String> values = told.find(CoveredDecision.setAside(0));
        if (values != null && values.containsKey(DIFFERENCE)) {
            values.put(DIFFERENCE, asked);
        }
    }

    private static String setAside(JsonNode detail) {
        return CoveredDecision.setAside(detail.path("refund").asLong());
    }
}
