package io.ledgerbridge.start;

import io.ledgerbridge.sagex3.FolderSettings.X3Api;
import io.ledgerbridge.settings.LedgerBridgeSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.StartupSummaryLevel;
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
record StartChecks(
        @Nullable LedgerBridgeSettings settings, RouteFiles routes, List<String> faults, List<String> warnings) {

    private static final String PATTERN = "camel.main.routes-include-pattern";

    /**
     * @param beans of which none may have been made yet
     */
    static StartChecks of(ConfigurableEnvironment environment, ListableBeanFactory beans) {
        List<String> faults = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        LedgerBridgeSettings settings = LedgerBridgeSettings.read(environment, faults, warnings);
        SetupFaults found = new SetupFaults();
        RouteFiles routes = RouteFiles.read(environment.getProperty(PATTERN, "file:routes/*.camel.yaml"), found);
        try (DefaultCamelContext camel = camel()) {
            check(routes, settings == null ? null : interfaces(settings), camel, beans, environment, found);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        faults.addAll(found.faults());
        warnings.addAll(found.warnings());
        return new StartChecks(faults.isEmpty() ? settings : null, routes, faults, warnings);
    }

    /** A Camel that reads and never starts. */
    static DefaultCamelContext camel() {
        DefaultCamelContext camel = new DefaultCamelContext(false);
        camel.disableJMX();
        camel.setStartupSummaryLevel(StartupSummaryLevel.Off);
        camel.build();
        return camel;
    }

    /**
     * What several files say together is only looked at where each of them can be read, and which calls are missing where
     * none is mistyped.
     *
     * @param interfaces those of Sage X3 that stores have, or null where that isn't known
     */
    static void check(
            RouteFiles routes,
            @Nullable Set<String> interfaces,
            CamelContext camel,
            ListableBeanFactory beans,
            ConfigurableEnvironment environment,
            SetupFaults faults) {
        RouteSyntax syntax = new RouteSyntax(camel);
        long known = routes.files().stream()
                .filter(file -> syntax.knows(file, faults))
                .count();
        if (known == routes.found()) {
            RouteConfigurations.check(routes, faults);
            RouteEnds.check(routes, interfaces == null ? Set.of() : unused(interfaces), faults);
            RequiredRoutes.check(routes, interfaces == null ? Set.of() : interfaces, faults);
        }
        routes.files().forEach(file -> syntax.checkExpressions(file, faults));
        RouteThreads.check(routes, faults);
        int others = faults.faults().size();
        RouteBeans.check(routes, beans, environment, faults);
        if (known == routes.found() && faults.faults().size() == others) {
            RequiredCalls.check(routes, faults);
        }
        new RouteUris(camel, beans, faults).check(routes);
    }

    private static Set<String> interfaces(LedgerBridgeSettings settings) {
        return settings.stores().values().stream()
                .map(store -> word(store.folder().api()))
                .collect(Collectors.toSet());
    }

    private static Set<String> unused(Set<String> used) {
        Set<String> unused = new HashSet<>();
        Arrays.stream(X3Api.values()).map(StartChecks::word).forEach(unused::add);
        unused.removeAll(used);
        return unused;
    }

    private static String word(X3Api api) {
        return api.name().toLowerCase(Locale.ROOT);
    }

    /** The group of each route. */
    List<String> groups() {
        return routes.routes().stream().map(ReadRoute::group).toList();
    }

    /** The settings of a start that may go on. */
    LedgerBridgeSettings orThrow() {
        if (settings == null) {
            throw new WrongSettings(faults);
        }
        return settings;
    }
}
