package io.ledgerbridge.start;

import io.ledgerbridge.settings.LedgerBridgeSettings;
import java.util.List;
import java.util.Objects;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.stereotype.Component;

/** Logs what was started; that there is no store is warned of when the settings are read. */
@Component
class WhatWasStarted implements ApplicationListener<ApplicationReadyEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(WhatWasStarted.class);

    private final LedgerBridgeSettings settings;
    private final ConfigurableEnvironment environment;
    private final CamelContext camel;

    WhatWasStarted(LedgerBridgeSettings settings, ConfigurableEnvironment environment, CamelContext camel) {
        this.settings = settings;
        this.environment = environment;
        this.camel = camel;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        new WhatStarts(settings, environment).lines(groups()).forEach(LOG::info);
    }

    private List<String> groups() {
        return camel.getRoutes().stream()
                .map(route -> Objects.requireNonNullElse(route.getGroup(), "without a group"))
                .toList();
    }
}
