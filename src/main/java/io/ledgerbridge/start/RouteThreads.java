package io.ledgerbridge.start;

/**
 * Whether a route stays on the thread that it began on. A worker whose order's route goes on elsewhere is taken to have
 * left it in the middle of its work, and so gives it back.
 */
final class RouteThreads {

    private RouteThreads() {}

    static void check(RouteFile file, SetupFaults faults) {
        file.tree().all().forEach(place -> check(place, faults));
    }

    private static void check(YamlPlace place, SetupFaults faults) {
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

    /** And not a parameter of an endpoint. */
    private static boolean isStep(YamlPlace place) {
        return place.text().isEmpty();
    }
}
