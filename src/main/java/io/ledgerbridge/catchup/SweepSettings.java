package io.ledgerbridge.catchup;

import java.time.Duration;

/**
 * How orders and refunds are looked for whose webhook never came.
 *
 * @param interval between two looks; above zero
 * @param overlap how far each look reaches back before the end of the last; above zero
 */
public record SweepSettings(Duration interval, Duration overlap) {

    /** For the route's timer. */
    public long intervalMillis() {
        return interval.toMillis();
    }
}
