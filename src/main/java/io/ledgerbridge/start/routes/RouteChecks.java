package io.ledgerbridge.start.routes;

import io.ledgerbridge.sagex3.X3Api;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.StartupSummaryLevel;
import org.apache.camel.impl.DefaultCamelContext;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.env.PropertyResolver;

/** Checks the files of routes with a Camel that reads and never starts. */
public final class RouteChecks {

    private final CamelContext camel;
    private final ListableBeanFactory beans;
    private final PropertyResolver properties;

    /**
     * The checks against a program.
     *
     * @param camel not started
     * @param beans of which none may have been made yet
     */
    public RouteChecks(CamelContext camel, ListableBeanFactory beans, PropertyResolver properties) {
        this.camel = camel;
        this.beans = beans;
        this.properties = properties;
    }

    /** A Camel that reads and never starts. */
    public static DefaultCamelContext camel() {
        DefaultCamelContext camel = new DefaultCamelContext(false);
        camel.disableJMX();
        camel.setStartupSummaryLevel(StartupSummaryLevel.Off);
        camel.build();
        return camel;
    }

    /**
     * What several files say together is only checked if each of them can be read, and which calls are missing if none is
     * mistyped.
     *
     * @param interfaces those of Sage X3 that stores have, or null if that isn't known
     * @param faults takes what is wrong
     */
    public void check(RouteFiles routes, @Nullable Set<String> interfaces, SetupFaults faults) {
        RouteSyntax syntax = new RouteSyntax(camel);
        long known = routes.files().stream()
                .filter(file -> syntax.knows(file, faults))
                .count();
        boolean allKnown = known == routes.found();
        if (allKnown) {
            RouteConfigurations.check(routes, faults);
            RouteEnds.check(routes, interfaces == null ? Set.of() : unused(interfaces), faults);
            RequiredRoutes.check(routes, interfaces == null ? Set.of() : interfaces, faults);
        }
        RouteExpressions expressions = new RouteExpressions(camel);
        routes.files().forEach(file -> expressions.check(file, faults));
        RouteThreads.check(routes, faults);
        int others = faults.faults().size();
        RouteBeans.check(routes, beans, properties, faults);
        if (allKnown && faults.faults().size() == others) {
            RequiredCalls.check(routes, faults);
        }
        new RouteUris(camel, beans, faults).check(routes);
    }

    private static Set<String> unused(Set<String> used) {
        return Arrays.stream(X3Api.values())
                .map(X3Api::label)
                .filter(Predicate.not(used::contains))
                .collect(Collectors.toSet());
    }
}
