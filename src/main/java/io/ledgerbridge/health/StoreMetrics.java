package io.ledgerbridge.health;

import io.ledgerbridge.bigcommerce.FailingTask;
import io.ledgerbridge.bigcommerce.ShopTroubles;
import io.ledgerbridge.bigcommerce.Shops;
import io.ledgerbridge.faults.ParkCode;
import io.ledgerbridge.faults.Side;
import io.ledgerbridge.parked.StoreCounts;
import io.ledgerbridge.sagex3.calls.Calls;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/**
 * The gauges and counters of each store, all of them from the first scrape on and none with anything of an order in it.
 * Orders are read as they were counted last: a scrape asks the database nothing.
 */
@Component
class StoreMetrics {

    private static final List<String> STATES =
            List.of("waiting", "posting", "posted", "held", "parked", "set-aside", "ignored");

    /** By which a task's name begins: see {@code Look}, {@code Hooks}, {@code BackfillPage}. */
    private static final List<String> TASKS = List.of("sweep", "webhook", "backfill");

    private final MeterRegistry meters;
    private final OrderCountCache counted;
    private final ShopTroubles troubles;
    private final Calls calls;
    private final Clock clock;

    StoreMetrics(
            Shops shops,
            MeterRegistry meters,
            OrderCountCache counted,
            ShopTroubles troubles,
            Calls calls,
            Clock clock) {
        this.meters = meters;
        this.counted = counted;
        this.troubles = troubles;
        this.calls = calls;
        this.clock = clock;
        shops.all().keySet().forEach(this::register);
        Gauge.builder("ledger.bridge.counted.seconds", this, StoreMetrics::sinceCounted)
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
        for (Side side : Side.values()) {
            gauge(
                    "ledger.bridge.connection.failures",
                    its.and("side", side.label()),
                    all -> all.calls.standing(store, side).failures());
        }
        TASKS.forEach(
                task -> gauge("ledger.bridge.failing.tasks", its.and("task", task), all -> all.failing(store, task)));
        deliveries(its);
    }

    private void deliveries(Tags its) {
        for (String signature : List.of("missing", "wrong")) {
            meters.counter("ledger.bridge.webhooks.forged", its.and("signature", signature));
        }
        for (String kind : List.of("order", "ignored", "unreadable")) {
            for (String seen : List.of("new", "repeated")) {
                meters.counter("ledger.bridge.webhooks", its.and("kind", kind, "seen", seen));
            }
        }
    }

    private void orders(String name, Tags tags, String store, ToDoubleFunction<StoreCounts> number) {
        gauge(name, tags, all -> all.isCounted() ? number.applyAsDouble(all.counted.of(store)) : Double.NaN);
    }

    private void gauge(String name, Tags tags, ToDoubleFunction<StoreMetrics> number) {
        Gauge.builder(name, this, number).tags(tags).strongReference(true).register(meters);
    }

    private boolean isCounted() {
        return counted.at().isAfter(Instant.EPOCH);
    }

    private double sinceCounted() {
        return isCounted() ? seconds(Duration.between(counted.at(), clock.instant())) : Double.NaN;
    }

    private double failing(String store, String task) {
        Predicate<FailingTask> its = failing -> failing.task().startsWith(task);
        return troubles.failing(store).stream().filter(its).count();
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
