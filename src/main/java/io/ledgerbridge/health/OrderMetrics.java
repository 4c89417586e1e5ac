package io.ledgerbridge.health;

import io.ledgerbridge.bigcommerce.Shops;
import io.ledgerbridge.faults.ParkCode;
import io.ledgerbridge.parked.StoreCounts;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/**
 * The gauges of each store's orders, all of them from the first scrape on. Orders are read as they were counted last: a
 * scrape asks the database nothing.
 */
@Component
class OrderMetrics {

    private static final List<String> STATES =
            List.of("waiting", "posting", "posted", "held", "parked", "set-aside", "ignored");

    private final MeterRegistry meters;
    private final OrderCountCache counted;
    private final Clock clock;

    OrderMetrics(Shops shops, MeterRegistry meters, OrderCountCache counted, Clock clock) {
        this.meters = meters;
        this.counted = counted;
        this.clock = clock;
        shops.all().keySet().forEach(this::register);
        Gauge.builder("ledger.bridge.counted.seconds", this, OrderMetrics::sinceCounted)
                .description("How old the numbers of orders are")
                .strongReference(true)
                .register(meters);
    }

    private void register(String store) {
        Tags its = Tags.of("store", store);
        STATES.forEach(state -> orders("ledger.bridge.orders", its.and("state", state), store, of -> of.in(state)));
        for (ParkCode code : ParkCode.values()) {
            orders("ledger.bridge.parked", its.and("reason", code.label()), store, of -> parked(of, code));
        }
        orders("ledger.bridge.oldest.due.seconds", its, store, of -> seconds(of.overdue(clock.instant())));
        orders("ledger.bridge.retrying", its, store, StoreCounts::failing);
        gauge("ledger.bridge.paused", its, all -> all.counted.isPaused(store) ? 1 : 0);
    }

    private void orders(String name, Tags tags, String store, ToDoubleFunction<StoreCounts> number) {
        gauge(name, tags, all -> all.isCounted() ? number.applyAsDouble(all.counted.of(store)) : Double.NaN);
    }

    private void gauge(String name, Tags tags, ToDoubleFunction<OrderMetrics> number) {
        Gauge.builder(name, this, number).tags(tags).strongReference(true).register(meters);
    }

    private boolean isCounted() {
        return counted.at().isAfter(Instant.EPOCH);
    }

    private double sinceCounted() {
        return isCounted() ? seconds(Duration.between(counted.at(), clock.instant())) : Double.NaN;
    }

    private static double parked(StoreCounts counts, ParkCode code) {
        return counts.parked().entrySet().stream()
                .filter(reason -> ParkCode.ofLabel(reason.getKey()).orElse(ParkCode.OTHER) == code)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
