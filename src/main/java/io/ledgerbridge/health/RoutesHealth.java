package io.ledgerbridge.health;

import java.util.List;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Up while deliveries are taken and no route has failed. One that a person has stopped is no fault, and stands in the
 * details; but who stops the one that takes deliveries takes this process out of service.
 */
@Component("routes")
class RoutesHealth implements HealthIndicator {

    private static final String TAKES_DELIVERIES = "receive-webhook";

    private final RouteStates routes;
    private final MissedTurns turns;

    RoutesHealth(RouteStates routes, MissedTurns turns) {
        this.routes = routes;
        this.turns = turns;
    }

    @Override
    public Health health() {
        List<String> failed = routes.in(RouteStates.State.FAILED);
        boolean up = routes.areUp() && failed.isEmpty() && routes.isStarted(TAKES_DELIVERIES);
        return (up ? Health.up() : Health.down())
                .withDetail("started", routes.in(RouteStates.State.STARTED).size())
                .withDetail("stoppedByAPerson", routes.in(RouteStates.State.STOPPED))
                .withDetail("failed", failed)
                .withDetail("missedTurns", turns.lately())
                .build();
    }
}
