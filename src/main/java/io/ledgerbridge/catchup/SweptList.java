package io.ledgerbridge.catchup;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A list in which orders are looked for whose webhook never came. */
enum SweptList {
    /** Orders by when they were last modified. */
    ORDERS("orders"),
    /** Refunds by when they were created. */
    REFUNDS("refunds"),
    /** The refunds of the last 30 days, once a day: a payment can be declined later, and no event says so. */
    OLD_REFUNDS("old-refunds");

    static final int LIMIT = 250;

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration REACH = Duration.ofDays(30);

    private final String label;

    SweptList(String label) {
        this.label = label;
    }

    /** Its cursor's name. */
    String label() {
        return label;
    }

    /** Whether it is to be gone through now, by its cursor. */
    boolean isDue(Instant cursor, Instant now) {
        return this != OLD_REFUNDS || !now.isBefore(cursor.plus(DAY));
    }

    /** From where on it is read, by its cursor. */
    Instant from(Instant cursor, Instant now) {
        return this == OLD_REFUNDS ? now.minus(REACH) : cursor;
    }

    /** Where its cursor goes once everything is marked due that was listed from an instant on. */
    Instant cursorAfter(Instant began, Duration overlap) {
        return this == OLD_REFUNDS ? began : began.minus(overlap);
    }

    /**
     * What to ask BigCommerce for. Orders are read in the order of their ids, each page from the last id on: by date or
     * by page number, one that is modified between two pages would push its neighbour out of sight. Refunds have no
     * such filter, but new ones only come at the end.
     *
     * @param lastRow the last id that was listed, 0 for none
     */
    String resource(Instant from, long lastRow, int page, int limit) {
        Instant second = from.truncatedTo(ChronoUnit.SECONDS);
        return this == ORDERS
                ? "v2/orders?min_date_modified=%s&min_id=%d&sort=id:asc&limit=%d".formatted(second, lastRow + 1, limit)
                : "v3/orders/payment_actions/refunds?created:min=%s&page=%d&limit=%d".formatted(second, page, limit);
    }
}
