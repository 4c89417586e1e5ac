package io.ledgerbridge.health;

import java.time.Duration;

/** How long to leave it until the orders are counted again: so long that counting takes a twentieth of the time. */
final class CountInterval {

    static final Duration AFTER_A_FAILURE = Duration.ofSeconds(10);

    private static final Duration SHORTEST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final int SHARE = 20;

    private CountInterval() {}

    /** From two seconds to a minute. */
    static Duration after(Duration counting) {
        Duration interval = counting.multipliedBy(SHARE);
        if (interval.compareTo(SHORTEST) < 0) {
            return SHORTEST;
        }
        return interval.compareTo(LONGEST) > 0 ? LONGEST : interval;
    }
}
