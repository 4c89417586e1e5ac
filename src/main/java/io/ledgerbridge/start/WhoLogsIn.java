package io.ledgerbridge.start;

import io.ledgerbridge.settings.User;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Says who can log in.
 *
 * @param users by password
 * @param environment with the providers of OpenID Connect
 */
record WhoLogsIn(List<User> users, ConfigurableEnvironment environment) {

    /** How many of each role, and by which providers. */
    String line() {
        String providers = String.join(", ", providers().keySet());
        String byPassword =
                Counted.of(users.stream().map(user -> user.role().name().toLowerCase(Locale.ROOT)));
        if (providers.isEmpty()) {
            return byPassword.isEmpty() ? "none, so nobody can log in" : byPassword;
        }
        return (byPassword.isEmpty() ? "" : byPassword + ", and ") + "those of OpenID Connect: " + providers;
    }

    private Map<String, Object> providers() {
        return Binder.get(environment)
                .bind("spring.security.oauth2.client.registration", Bindable.mapOf(String.class, Object.class))
                .orElse(Map.of());
    }
}
