package io.ledgerbridge.books.audit.check;

import java.time.Duration;
import java.time.Instant;

/**
 * How long the bodies are kept that the audit trail speaks of, and which may be empty after that.
 *
 * @param events from when they came
 * @param readings from when they were read
 */
public record KeptFor(Duration events, Duration readings) {

    /** Clocks differ: the database's says what is old, and this process's whether it was. */
    private static final Duration CLOCKS = Duration.ofHours(1);

    boolean isOverOfEvent(Instant receivedAt, Instant now) {
        return isOver(receivedAt.plus(events), now);
    }

    boolean isOverOfReading(Instant readAt, Instant now) {
        return isOver(readAt.plus(readings), now);
    }

    private static boolean isOver(Instant end, Instant now) {
        return end.isBefore(now.plus(CLOCKS));
    }
}
