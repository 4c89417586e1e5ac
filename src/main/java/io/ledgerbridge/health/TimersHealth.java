package io.ledgerbridge.health;

import java.util.Map;
import org.apache.camel.CamelContext;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Down while a timer doesn't fire, though its route runs. It stands beside {@code routes} and not in it, since readiness
 * asks for that: deliveries are taken all the same.
 */
@Component("timers")
class TimersHealth implements HealthIndicator {

    private final TimerTurns turns;
    private final CamelContext camel;

    TimersHealth(TimerTurns turns, CamelContext camel) {
        this.turns = turns;
        this.camel = camel;
    }

    @Override
    public Health health() {
        Map<String, String> overdue = turns.overdue(camel);
        return (overdue.isEmpty() ? Health.up() : Health.down())
                .withDetail("watched", turns.watched())
                .withDetails(overdue)
                .build();
    }
}
