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

    /** For the route's timer, which also asks whether a look is wanted sooner. */
    public long tickMillis() {
        return Math.min(checkInterval.toMillis(), SOONEST.toMillis());
    }
}
