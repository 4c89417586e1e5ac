package io.ledgerbridge.faults;

import java.time.Duration;

/** How long to leave alone what failed. */
@FunctionalInterface
public interface BackOff {

    /**
     * The delay before the next attempt.
     *
     * @param failures in a row before the one just seen
     */
    Duration delay(int failures);
}
