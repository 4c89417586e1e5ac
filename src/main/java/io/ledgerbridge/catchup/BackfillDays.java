package io.ledgerbridge.catchup;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The days whose orders a backfill is for.
 *
 * @param last included
 */
public record BackfillDays(LocalDate first, LocalDate last) {

    /** @throws IllegalArgumentException where the last day is before the first */
    public BackfillDays {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("to, %s, is before from, %s".formatted(last, first));
        }
    }

    /** The first second of the first day. */
    public Instant from(ZoneId zone) {
        return first.atStartOfDay(zone).toInstant();
    }

    /** The last second of the last. */
    public Instant to(ZoneId zone) {
        return last.plusDays(1).atStartOfDay(zone).toInstant().minusSeconds(1);
    }
}
