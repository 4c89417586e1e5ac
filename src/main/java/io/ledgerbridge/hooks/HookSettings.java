package io.ledgerbridge.hooks;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How our webhooks at BigCommerce are looked after.
 *
 * @param register whether missing ones are registered and switched-off ones re-activated
 * @param checkInterval between two looks at them
 * @param publicUrl where BigCommerce reaches us, without a slash at its end; without it nothing can be registered
 */
public record HookSettings(
        boolean register, Duration checkInterval, @Nullable URI publicUrl) {

    private static final Duration SOONEST = Duration.ofSeconds(5);
    private static final Duration LONGEST_MENDING = Duration.ofMinutes(1);

    /** How long one process alone mends a store's webhooks, unless it goes on. */
    Duration longestMending() {
        return checkInterval.compareTo(LONGEST_MENDING) < 0 ? checkInterval : LONGEST_MENDING;
    }

    /** For the route's timer, which also asks whether a look is wanted sooner. */
    public long tickMillis() {
        return Math.min(checkInterval.toMillis(), SOONEST.toMillis());
    }
}
