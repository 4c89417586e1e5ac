package io.ledgerbridge.faults;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Instants as people read them in a sentence: to the second, in UTC, such as {@code 2026-11-03T12:00:00Z}. */
public final class Seconds {

    private Seconds() {}

    /** Empty where there is none. */
    public static String of(@Nullable Instant instant) {
        return instant == null ? "" : instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
