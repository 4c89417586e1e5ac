package io.ledgerbridge.sandbox.bigcommerce;

/** An order's status by BigCommerce's {@code status_id} and system label. */
public enum Status {
    INCOMPLETE(0, "Incomplete"),
    PENDING(1, "Pending"),
    SHIPPED(2, "Shipped"),
    PARTIALLY_SHIPPED(3, "Partially Shipped"),
    REFUNDED(4, "Refunded"),
    CANCELLED(5, "Cancelled"),
    DECLINED(6, "Declined"),
    AWAITING_PAYMENT(7, "Awaiting Payment"),
    AWAITING_PICKUP(8, "Awaiting Pickup"),
    AWAITING_SHIPMENT(9, "Awaiting Shipment"),
    COMPLETED(10, "Completed"),
    AWAITING_FULFILMENT(11, "Awaiting Fulfillment"),
    MANUAL_VERIFICATION(12, "Manual Verification Required"),
    DISPUTED(13, "Disputed"),
    PARTIALLY_REFUNDED(14, "Partially Refunded");

    private final int id;
    private final String label;

    Status(int id, String label) {
        this.id = id;
        this.label = label;
    }

    public int id() {
        return id;
    }

    public String label() {
        return label;
    }
}
