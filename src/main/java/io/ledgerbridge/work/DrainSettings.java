package io.ledgerbridge.work;

import java.time.Duration;

/**
 * How due orders are worked off.
 *
 * @param interval between two looks for due orders; above zero
 * @param workers orders worked at once in this process; at least 1
 * @param lease how long a claim holds unless it is renewed, as it is three times in that time
 * @param poisonAfter an order in the middle of whose work a process ended so often parks; at least 2
 * @param stalledAfter when orders are due and none has moved for so long, health says so; twice that, and liveness fails
 */
public record DrainSettings(Duration interval, int workers, Duration lease, int poisonAfter, Duration stalledAfter) {

    /** With the defaults of the others. */
    public DrainSettings(Duration interval, int workers, Duration lease) {
        this(interval, workers, lease, 3, Duration.ofMinutes(15));
    }

    /** An order that was left unfinished so often is worked alone: one end more, and it parks. */
    int aloneFrom() {
        return poisonAfter - 1;
    }

    /** For the route's timer. */
    public long intervalMillis() {
        return interval.toMillis();
    }

    /** For the timer of the route that renews leases. */
    public long renewalMillis() {
        return Math.max(1, lease.toMillis() / 3);
    }
}
