package io.ledgerbridge.settings;

import io.ledgerbridge.hooks.HookSettings;
import java.net.URI;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code hooks}: how our webhooks are kept registered.
 *
 * @param register whether missing ones are registered and switched-off ones re-activated
 * @param checkInterval between two checks of them
 */
record HookProperties(
        @DefaultValue("true") boolean register,
        @DefaultValue("15m") @DurationMin(nanos = 1) Duration checkInterval) {

    HookSettings settings(@Nullable URI publicUrl) {
        return new HookSettings(register, checkInterval, publicUrl);
    }
}
