package io.ledgerbridge.health;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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

    /** So many turns may be missing. */
    private static final int MISSING = 5;

    /** A timer that fires often may be late by as much, as on a busy machine. */
    private static final Duration SHORTEST = Duration.ofMinutes(5);

    /** A turn may take as long: such as a sweep of a shop whose answers are slow. */
    private static final Duration LONGEST_TURN = Duration.ofHours(1);

    private final Clock clock;
    private final Map<String, Last> turns = new ConcurrentHashMap<>();

    TimerTurns(Clock clock) {
        this.clock = clock;
    }

    /** What happened last: a start of the route, or a turn's begin or end. */
    private record Last(Instant at, boolean underWay) {}

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

    private Optional<String> wrong(Route route, Last last) {
        Duration since = Duration.between(last.at(), clock.instant());
        if (!(route.getEndpoint() instanceof TimerEndpoint timer) || since.compareTo(limit(timer, last)) <= 0) {
            return Optional.empty();
        }
        return Optional.of(
                last.underWay()
                        ? "a turn has been under way since " + last.at()
                        : "no turn since %s, though one is due every %s"
                                .formatted(last.at(), Duration.ofMillis(timer.getPeriod())));
    }

    private static Duration limit(TimerEndpoint timer, Last last) {
        Duration turns = Duration.ofMillis(timer.getPeriod() * MISSING + timer.getDelay());
        Duration limit = turns.compareTo(SHORTEST) > 0 ? turns : SHORTEST;
        return last.underWay() && limit.compareTo(LONGEST_TURN) < 0 ? LONGEST_TURN : limit;
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
            turns.put(route.getRouteId(), new Last(clock.instant(), underWay));
        }
    }
}
