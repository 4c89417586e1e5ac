package io.ledgerbridge.faults;

import java.util.List;

/** The codes of every {@link ParkReason}, so that each is a series of its own in the metrics, also at zero. */
public final class ParkCodes {

    /** What the metrics call a reason that is none of these, such as one of another version. */
    public static final String OTHER = "other";

    public static final List<String> ALL = List.of(
            "books-behind",
            "closed-period",
            "discount-out-of-range",
            "duplicate-in-x3",
            "folder-changed",
            "gave-up",
            "missing-account",
            "order-not-found",
            OTHER,
            "poison",
            "products-differ",
            "reference-taken",
            "reference-too-long",
            "refund-and-edit",
            "refund-discount-differs",
            "refund-exceeds-order",
            "refused-by-bigcommerce",
            "refused-by-x3",
            "template-failed",
            "totals-differ",
            "unknown-currency",
            "unknown-refund-item",
            "unknown-status",
            "unmapped-channel",
            "unreadable",
            "unreadable-event",
            "x3-look-up-refused",
            "x3-number");

    private ParkCodes() {}
}
