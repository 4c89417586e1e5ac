package io.ledgerbridge.start;

import io.ledgerbridge.settings.LedgerBridgeSettings;
import io.ledgerbridge.start.routes.RouteChecks;
import io.ledgerbridge.start.routes.RouteFiles;
import io.ledgerbridge.start.routes.SetupFaults;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.impl.DefaultCamelContext;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * What is known of a start before it begins: the settings, the routes, and what is wrong with either. Nothing is made,
 * called or written for it.
 *
 * @param settings null if they are wrong
 * @param faults one line each; with any of them the program must not start
 * @param warnings one line each
 */
record StartFindings(
        @Nullable LedgerBridgeSettings settings, RouteFiles routes, List<String> faults, List<String> warnings) {

    private static final String PATTERN = "camel.main.routes-include-pattern";

    /**
     * @param beans of which none may have been made yet
     */
    static StartFindings of(ConfigurableEnvironment environment, ListableBeanFactory beans) {
        List<String> faults = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        LedgerBridgeSettings settings = LedgerBridgeSettings.read(environment, faults, warnings);
        SetupFaults found = new SetupFaults();
        RouteFiles routes = RouteFiles.read(environment.getProperty(PATTERN, "file:routes/*.camel.yaml"), found);
        try (DefaultCamelContext camel = RouteChecks.camel()) {
            Set<String> interfaces = settings == null ? null : interfaces(settings);
            new RouteChecks(camel, beans, environment).check(routes, interfaces, found);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        faults.addAll(found.faults());
        warnings.addAll(found.warnings());
        return new StartFindings(faults.isEmpty() ? settings : null, routes, faults, warnings);
    }

    private static Set<String> interfaces(LedgerBridgeSettings settings) {
        return settings.stores().values().stream()
                .map(store -> store.folder().api().label())
                .collect(Collectors.toSet());
    }

    /** The settings of a start that may go on. */
    LedgerBridgeSettings orThrow() {
        if (settings == null) {
            throw new WrongSettings(faults);
        }
        return settings;
    }
}
