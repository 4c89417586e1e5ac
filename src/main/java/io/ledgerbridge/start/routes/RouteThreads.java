package io.ledgerbridge.start.routes;

import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether a route stays on the thread that it began on. A worker whose order's route goes on elsewhere is taken to have
 * left it in the middle of its work, and so gives it back.
 */
final class RouteThreads {

    private static final String WORKER = "post-order";

    /** Steps that go on with the rest of an order's route on a thread of their own. */
    private static final Set<String> STEPS = Set.of("aggregate", "resequence");

    /** What makes other steps do so. */
    private static final Set<String> SWITCHES = Set.of("parallelProcessing", "timeoutEnabled");

    private RouteThreads() {}

    static void check(RouteFiles files, SetupFaults faults) {
        files.places().forEach(place -> checkAny(place, faults));
        Stream<ReadRoute> worker =
                files.routes().stream().filter(route -> route.id().equals(WORKER));
        Stream.concat(worker, files.reachedFrom(Set.of(WORKER)).stream()).forEach(route -> checkOrders(route, faults));
    }

    private static void checkAny(YamlPlace place, SetupFaults faults) {
        if (place.key().equals("delay")
                && isStep(place)
                && !place.textOf("asyncDelayed").equals("false")) {
            faults.fault(place, "a delay hands the rest of the route to another thread: it needs asyncDelayed: false");
        } else if (place.key().equals("throttle")
                && place.textOf("asyncDelayed").equals("true")) {
            faults.fault(place, "asyncDelayed hands the rest of the route to another thread: leave it out");
        } else if (place.key().equals("threads") && isStep(place)) {
            faults.fault(place, "threads hands the rest of the route to another thread: leave it out");
        }
    }

    /** An order is worked on one thread from its claim to its end. */
    private static void checkOrders(ReadRoute route, SetupFaults faults) {
        route.place().all().filter(RouteThreads::leaves).forEach(place -> handedOver(place.key(), place, faults));
        route.sends()
                .filter(sent -> sent.end().startsWith("seda:"))
                .forEach(sent -> handedOver(sent.end(), sent.place(), faults));
    }

    private static boolean leaves(YamlPlace place) {
        if (SWITCHES.contains(place.key())) {
            return place.text().filter("true"::equals).isPresent();
        }
        return STEPS.contains(place.key()) && isStep(place);
    }

    private static void handedOver(String what, YamlPlace place, SetupFaults faults) {
        faults.fault(place, what + " hands an order to another thread, and its worker gives it back: leave it out");
    }

    /** And not a parameter of an endpoint. */
    private static boolean isStep(YamlPlace place) {
        return place.text().isEmpty();
    }
}
