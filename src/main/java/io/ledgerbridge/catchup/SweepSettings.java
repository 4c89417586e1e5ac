package io.ledgerbridge.catchup;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How orders and refunds are looked for whose webhook never came.
 *
 * @param interval between two looks; above zero
 * @param overlap how far each look reaches back before the end of the last; above zero
 */
public record SweepSettings(
        @DefaultValue("5m") @DurationMin(nanos = 1) Duration interval,
        @DefaultValue("10m") @DurationMin(nanos = 1) Duration overlap) {

    /** For the route's timer. */
    public long intervalMillis() {
        return interval.toMillis();
    }
}
