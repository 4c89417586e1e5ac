package io.ledgerbridge.books.audit.covered;

import java.util.Map;

/**
 * What people decided about an order, or what a start of the program recorded for a store, as its row holds it.
 *
 * @param order 0 of what is the store's
 * @param what in words: {@code the recorded refund M1}
 * @param values by name; empty where a row has none
 */
public record CoveredDecision(long order, String what, Map<String, String> values) {

    private static final String MAPPING = "version ";

    /** An order that is set aside, or one refund of it; 0 is the order. */
    public static String setAside(long refund) {
        return refund == 0 ? "the order's set-aside" : "the set-aside of refund " + refund;
    }

    public static String recordedRefund(long number) {
        return "the recorded refund M" + number;
    }

    public static String approval(long id) {
        return "approval " + id;
    }

    /** Whether a start of the program recorded it, and nobody decided it. */
    public boolean isMappingVersion() {
        return what.startsWith(MAPPING);
    }

    public static String mappingVersion(String channel, long version) {
        return MAPPING + "%d of the mapping of channel %s".formatted(version, channel);
    }
}
