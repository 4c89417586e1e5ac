package io.ledgerbridge.retention;

import java.time.Duration;

/**
 * How long what the books don't need is kept. Journals, their lines and the audit trail stay for good.
 *
 * @param deliveries the idempotent consumer's keys; at least as long as BigCommerce repeats a delivery
 * @param events the bodies and headers of events whose order is settled, and finished backfills
 * @param readings of orders; nothing is kept of them so far
 */
public record RetentionSettings(Duration deliveries, Duration events, Duration readings) {

    /** BigCommerce repeats a delivery that was not acknowledged for 48 hours. */
    public static final Duration SHORTEST_FOR_DELIVERIES = Duration.ofDays(2);
}
