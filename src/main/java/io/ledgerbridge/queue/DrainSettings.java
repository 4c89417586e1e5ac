package io.ledgerbridge.queue;

import java.time.Duration;
import org.hibernate.validator.constraints.Range;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.bind.ConstructorBinding;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How due orders are worked off.
 *
 * @param interval between two looks for due orders; above zero
 * @param workers orders worked at once in this process; at least 1
 * @param lease how long a claim holds unless it is renewed, as it is three times in that time
 * @param poisonAfter an order in the middle of whose work a process ended so often parks; at least 2
 * @param stalledAfter when orders are due and none has moved for so long, health says so; twice that, and liveness fails
 */
public record DrainSettings(
        @DefaultValue("200ms") @DurationMin(nanos = 1) Duration interval,
        @DefaultValue("8") @Range(min = 1, max = 1000) int workers,
        @DefaultValue("5m") @DurationMin(nanos = 1) Duration lease,
        @DefaultValue("3") @Range(min = 2, max = 100) int poisonAfter,
        @DurationMin(nanos = 1) Duration stalledAfter) {

    private static final Duration STALLED_AFTER = Duration.ofMinutes(15);

    /** Without a {@code stalledAfter}, 15 minutes hold, or two leases where that is longer. */
    @ConstructorBinding
    public DrainSettings {
        if (stalledAfter == null) {
            Duration leases = lease.multipliedBy(2);
            stalledAfter = leases.compareTo(STALLED_AFTER) < 0 ? STALLED_AFTER : leases;
        }
    }

    /** With the defaults of the others. */
    public DrainSettings(Duration interval, int workers, Duration lease) {
        this(interval, workers, lease, 3, STALLED_AFTER);
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
