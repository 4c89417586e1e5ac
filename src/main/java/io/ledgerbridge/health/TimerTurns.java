package io.ledgerbridge.health;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.NamedRoute;
import org.apache.camel.Route;
import org.apache.camel.ServiceStatus;
import org.apache.camel.component.timer.TimerEndpoint;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.RoutePolicyFactory;
import org.apache.camel.support.RoutePolicySupport;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * When the routes that begin with a timer last had a turn, and which have had none for so long that their timer must have
 * stopped. Camel has every such route call this, whatever its file says.
 */
@Component
class TimerTurns implements RoutePolicyFactory {

    private final Clock clock;
    private final Map<String, TimerTurn> turns = new ConcurrentHashMap<>();

    TimerTurns(Clock clock) {
        this.clock = clock;
    }

    @Override
    public @Nullable RoutePolicy createRoutePolicy(CamelContext camel, String route, NamedNode node) {
        return node instanceof NamedRoute named && named.getEndpointUrl().startsWith("timer:") ? new Noting() : null;
    }

    /** By route, what is wrong with the timers of those that run. */
    Map<String, String> overdue(CamelContext camel) {
        Map<String, String> overdue = new TreeMap<>();
        turns.forEach((id, last) -> Optional.ofNullable(camel.getRoute(id))
                .filter(route -> camel.getRouteController().getRouteStatus(id) == ServiceStatus.Started)
                .flatMap(route -> wrong(route, last))
                .ifPresent(wrong -> overdue.put(id, wrong)));
        return overdue;
    }

    /** How many routes are watched. */
    int watched() {
        return turns.size();
    }

    private Optional<String> wrong(Route route, TimerTurn last) {
        return route.getEndpoint() instanceof TimerEndpoint timer
                ? last.wrong(timer, clock.instant())
                : Optional.empty();
    }

    private final class Noting extends RoutePolicySupport {

        @Override
        public void onStart(Route route) {
            note(route, false);
        }

        @Override
        public void onResume(Route route) {
            note(route, false);
        }

        @Override
        public void onExchangeBegin(Route route, Exchange exchange) {
            note(route, true);
        }

        @Override
        public void onExchangeDone(Route route, Exchange exchange) {
            note(route, false);
        }

        private void note(Route route, boolean underWay) {
            turns.put(route.getRouteId(), new TimerTurn(clock.instant(), underWay));
        }
    }
}
