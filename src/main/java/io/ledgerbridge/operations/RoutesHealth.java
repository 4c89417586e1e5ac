package io.ledgerbridge.operations;

import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Up while every route is started; which are not stands in the details. */
@Component("routes")
class RoutesHealth implements HealthIndicator {

    private final CamelContext camel;

    RoutesHealth(CamelContext camel) {
        this.camel = camel;
    }

    @Override
    public Health health() {
        List<String> stopped = camel.getRoutes().stream()
                .map(Route::getRouteId)
                .filter(id -> !camel.getRouteController().getRouteStatus(id).isStarted())
                .toList();
        boolean up = camel.isStarted() && !camel.getRoutes().isEmpty() && stopped.isEmpty();
        return (up ? Health.up() : Health.down())
                .withDetail("routes", camel.getRoutes().size())
                .withDetail("stopped", stopped)
                .build();
    }
}
