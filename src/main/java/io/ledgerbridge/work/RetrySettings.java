package io.ledgerbridge.work;

import io.ledgerbridge.faults.BackOff;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often, and how long, a passing fault is tried again.
 *
 * @param initialDelay before the second attempt; above zero
 * @param multiplier of the delay from one attempt to the next; at least 1
 * @param maxDelay no delay is longer; at least {@code initialDelay}
 * @param giveUpAfter this long after the first attempt the order parks
 */
public record RetrySettings(
        @DefaultValue("30s") @DurationMin(nanos = 1) Duration initialDelay,

        @DefaultValue("2") @DecimalMin(value = "1", message = "a number from 1 to 100") @DecimalMax("100")
        double multiplier,

        @DefaultValue("1h") @DurationMin(nanos = 1) Duration maxDelay,
        @DefaultValue("48h") @DurationMin(nanos = 1) Duration giveUpAfter)
        implements BackOff {

    /** Exponential in the failures before, up to the longest delay, and spread over its upper half. */
    @Override
    public Duration delay(int failures) {
        double millis = (double) initialDelay.toMillis() * Math.pow(multiplier, Math.min(failures, 60));
        double longest = Math.min(millis, (double) maxDelay.toMillis());
        return Duration.ofMillis(
                Math.round(longest * (0.5 + ThreadLocalRandom.current().nextDouble() / 2)));
    }
}
