package io.ledgerbridge.start.routes;

import io.ledgerbridge.settings.binding.SpellingSuggestions;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Whether every route has the configuration that makes a failure of it known where it must be. */
final class RouteConfigurations {

    private static final Set<String> TIMERS = Set.of("timer", "scheduler", "quartz", "cron");

    /** What each of these must have, since nobody else would see it fail. */
    private static final Map<String, String> FIXED =
            Map.of("receive-webhook", "answer-webhook", "post-order", "on-failure");

    /** Whoever calls these sees a failure only if every route on the way passes it on. */
    private static final Set<String> CALLERS =
            Set.of("receive-webhook", "post-order", "preview-order", "ping-store", "ping-store-mapping", "on-failure");

    private final RouteFiles files;
    private final Map<String, ReadRoute> configurations = new TreeMap<>();
    private final SetupFaults faults;

    private RouteConfigurations(RouteFiles files, SetupFaults faults) {
        this.files = files;
        this.faults = faults;
        files.configurations().forEach(each -> noted(each, configurations, "routeConfiguration"));
    }

    static void check(RouteFiles files, SetupFaults faults) {
        RouteConfigurations check = new RouteConfigurations(files, faults);
        Map<String, ReadRoute> ids = new HashMap<>();
        files.routes().forEach(route -> check.noted(route, ids, "route"));
        files.routes().forEach(check::checkOne);
        check.checkPassedOn();
    }

    private void noted(ReadRoute each, Map<String, ReadRoute> seen, String kind) {
        if (each.id().isEmpty()) {
            faults.fault(each.place(), "this " + kind + " has no id");
            return;
        }
        ReadRoute before = seen.putIfAbsent(each.id(), each);
        if (before != null) {
            faults.fault(
                    each.place(),
                    "there is another %s '%s', in %s"
                            .formatted(kind, each.id(), before.place().at()));
        }
    }

    private void checkOne(ReadRoute route) {
        String name = route.configuration();
        if (name.isEmpty()) {
            faults.fault(route.place(), "route '%s' has no routeConfigurationId".formatted(route.id()));
        } else if (!configurations.containsKey(name)) {
            faults.fault(
                    route.place().field("routeConfigurationId").orElse(route.place()),
                    "there is no routeConfiguration '%s'%s"
                            .formatted(name, SpellingSuggestions.to(name, configurations.keySet().stream())));
        } else if (!name.equals(expected(route, name))) {
            faults.fault(
                    route.place().field("routeConfigurationId").orElse(route.place()),
                    "route '%s' must have the routeConfiguration %s, not %s"
                            .formatted(route.id(), expected(route, name), name));
        }
    }

    private static String expected(ReadRoute route, String found) {
        return FIXED.getOrDefault(route.id(), TIMERS.contains(route.scheme()) ? "next-turn" : found);
    }

    /** No route on the way of an order or of a delivery may keep a failure to itself. */
    private void checkPassedOn() {
        files.reachedFrom(CALLERS).stream()
                .filter(route -> !passesOn(route))
                .forEach(route -> faults.fault(
                        route.place().field("routeConfigurationId").orElse(route.place()),
                        "route '%s' is called for an order or a delivery, so its routeConfiguration must have noErrorHandler, as pass-on has, and %s has not"
                                .formatted(route.id(), route.configuration())));
    }

    private boolean passesOn(ReadRoute route) {
        ReadRoute configuration = configurations.get(route.configuration());
        return configuration == null
                || configuration
                        .place()
                        .field("errorHandler")
                        .flatMap(all -> all.field("noErrorHandler"))
                        .isPresent();
    }
}
