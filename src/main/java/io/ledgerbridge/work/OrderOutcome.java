package io.ledgerbridge.work;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The work on an order has ended, one way or the other.
 *
 * @param outcome {@code posted}, {@code held}, {@code ignored}, {@code parked}, or {@code waiting} where it goes on later
 * @param reason the code, where it parks
 * @param words why, where there is something to say
 * @param until when it goes on, where it does
 */
record OrderOutcome(
        String store,
        long order,
        String outcome,
        @Nullable String reason,
        String words,
        @Nullable Instant until) {}
