package io.ledgerbridge.inbox;

import java.time.Duration;

/**
 * How due orders are worked off.
 *
 * @param interval between two looks for due orders; above zero
 * @param workers orders worked at once in this process; at least 1
 * @param lease how long a claim holds unless it is renewed
 */
public record DrainSettings(Duration interval, int workers, Duration lease) {

    /** For the route's timer. */
    public long intervalMillis() {
        return interval.toMillis();
    }
}
