package io.ledgerbridge.retention;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long what the books don't need is kept. Journals, their lines and the audit trail stay for good.
 *
 * @param deliveries the idempotent consumer's keys; at least as long as BigCommerce repeats a delivery
 * @param events the bodies and headers of events whose order is settled, finished backfills and shadow runs
 * @param readings the figures of the readings from which journals were planned; their hashes stay
 */
public record RetentionSettings(
        @DefaultValue("30d") @Age(atLeast = DELIVERIES_REPEATED, message = DELIVERIES)
        Duration deliveries,

        @DefaultValue("400d") @Age Duration events,
        @DefaultValue("10y") @Age Duration readings) {

    /** BigCommerce repeats a delivery that was not acknowledged for so many hours. */
    private static final int DELIVERIES_REPEATED = 48;

    private static final String DELIVERIES =
            "an age of at least 48h, as long as BigCommerce repeats a delivery, such as 30d or 10y";
}
