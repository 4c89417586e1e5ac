package io.ledgerbridge.health;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Locale;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.spi.RouteError;
import org.springframework.stereotype.Component;

/**
 * Which routes run. All of them do after a start, or there is no start: one that doesn't was stopped by a person, as in
 * Hawtio, unless Camel says that it could not be started.
 */
@Component
class RouteStates {

    /** The state of a route. */
    enum State {
        STARTED,
        STOPPED,
        FAILED;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final CamelContext camel;

    RouteStates(CamelContext camel, MeterRegistry meters) {
        this.camel = camel;
        for (State state : State.values()) {
            Gauge.builder(
                            "ledger.bridge.routes",
                            this,
                            routes -> routes.in(state).size())
                    .tag("state", state.label())
                    .strongReference(true)
                    .register(meters);
        }
    }

    /** The ids of those in a state. */
    List<String> in(State state) {
        return camel.getRoutes().stream()
                .filter(route -> of(route) == state)
                .map(Route::getRouteId)
                .sorted()
                .toList();
    }

    boolean isStarted(String id) {
        return in(State.STARTED).contains(id);
    }

    /** Camel itself is up. */
    boolean areUp() {
        return camel.isStarted() && !camel.getRoutes().isEmpty();
    }

    private State of(Route route) {
        if (camel.getRouteController().getRouteStatus(route.getRouteId()).isStarted()) {
            return State.STARTED;
        }
        RouteError error = route.getLastError();
        return error == null || error.getPhase() == RouteError.Phase.STOP ? State.STOPPED : State.FAILED;
    }
}
