package io.ledgerbridge.start;

import io.ledgerbridge.settings.LedgerBridgeSettings;
import io.ledgerbridge.settings.StoreSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.ConfigurableEnvironment;

/** Says in a line each what a start begins, or would begin. No line holds a secret. */
final class WhatStarts {

    private static final String WEBHOOKS = "/webhooks/bigcommerce/{store}";

    private final LedgerBridgeSettings settings;
    private final ConfigurableEnvironment environment;

    WhatStarts(LedgerBridgeSettings settings, ConfigurableEnvironment environment) {
        this.settings = settings;
        this.environment = environment;
    }

    /**
     * @param groups the group of each route, once a route
     */
    List<String> lines(List<String> groups) {
        List<String> lines = new ArrayList<>();
        lines.add("version: " + Objects.requireNonNullElse(version(), "unknown, since it runs from no jar"));
        lines.add("database: " + database());
        new TreeMap<>(settings.stores()).forEach((key, store) -> lines.add(store(key, store)));
        lines.add("users: " + new WhoLogsIn(settings.users(), environment).line());
        lines.add("routes: " + Counted.of(groups.stream()));
        lines.add("webhooks: " + webhooks());
        return lines;
    }

    /** Null where it runs from no jar. */
    private static @Nullable String version() {
        return WhatStarts.class.getPackage().getImplementationVersion();
    }

    private String database() {
        String url = environment.getProperty("spring.datasource.url", "jdbc:h2:mem:");
        if (url.startsWith("jdbc:h2:mem:")) {
            return "H2 in memory, which is gone when the program ends";
        }
        if (url.startsWith("jdbc:h2:")) {
            return "H2 on file";
        }
        return url.startsWith("jdbc:postgresql:") ? "PostgreSQL" : url.replaceFirst("^jdbc:(\\w+).*", "$1");
    }

    private static String store(String key, StoreSettings store) {
        return "store %s: by %s to %s, endpoint %s; channels %s"
                .formatted(
                        key,
                        store.folder().api().name().toLowerCase(Locale.ROOT),
                        store.folder().url().toString().replaceAll("//[^/]*@", "//***@"),
                        store.folder().endpoint(),
                        store.rules().channels().isEmpty()
                                ? "none, so every order parks"
                                : store.rules().channels().keySet().stream()
                                        .sorted()
                                        .collect(Collectors.joining(", ")));
    }

    private String webhooks() {
        if (settings.hooks().publicUrl() == null) {
            return "taken at " + WEBHOOKS + "; none is registered, since public-url is missing";
        }
        String address = settings.hooks().publicUrl().toString().replaceFirst("/$", "") + WEBHOOKS;
        return settings.hooks().register() ? address : address + "; none is registered, by hooks.register";
    }
}
