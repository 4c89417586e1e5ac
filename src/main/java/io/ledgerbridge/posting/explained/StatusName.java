package io.ledgerbridge.posting.explained;

import java.util.List;

/** BigCommerce's English names of an order's statuses; a merchant may have renamed them. */
public final class StatusName {

    private static final List<String> NAMES = List.of(
            "Incomplete",
            "Pending",
            "Shipped",
            "Partially Shipped",
            "Refunded",
            "Cancelled",
            "Declined",
            "Awaiting Payment",
            "Awaiting Pickup",
            "Awaiting Shipment",
            "Completed",
            "Awaiting Fulfillment",
            "Manual Verification Required",
            "Disputed",
            "Partially Refunded");

    private StatusName() {}

    /** {@code 5 (Cancelled)}. */
    public static String of(int id) {
        return isKnown(id) ? "%d (%s)".formatted(id, NAMES.get(id)) : String.valueOf(id);
    }

    /** {@code Cancelled}; the number of one that BigCommerce doesn't document. */
    public static String alone(int id) {
        return isKnown(id) ? NAMES.get(id) : String.valueOf(id);
    }

    private static boolean isKnown(int id) {
        return id >= 0 && id < NAMES.size();
    }
}
