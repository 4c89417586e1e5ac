package io.ledgerbridge.health;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Keeps a scrape small: what Camel, the circuit breakers and Spring Security count of each route, breaker and filter is
 * in Hawtio, or follows from the rest.
 */
@Component
class MetersKept implements MeterFilter {

    private static final List<String> LEFT_OUT = List.of(
            "camel.exchanges.external.redeliveries",
            "camel.exchanges.failures.handled",
            "camel.exchanges.inflight",
            "camel.exchanges.succeeded",
            "camel.exchanges.total",
            "camel.exchange.event.notifier",
            "camel.route.policy",
            "resilience4j.circuitbreaker.buffered",
            "resilience4j.circuitbreaker.calls",
            "resilience4j.circuitbreaker.slow",
            "spring.security");

    @Override
    public MeterFilterReply accept(Meter.Id id) {
        return LEFT_OUT.stream().anyMatch(id.getName()::startsWith) ? MeterFilterReply.DENY : MeterFilterReply.NEUTRAL;
    }
}
