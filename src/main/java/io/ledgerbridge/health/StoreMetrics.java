package io.ledgerbridge.health;

import io.ledgerbridge.bigcommerce.FailingTask;
import io.ledgerbridge.bigcommerce.ShopTroubles;
import io.ledgerbridge.bigcommerce.Shops;
import io.ledgerbridge.faults.Side;
import io.ledgerbridge.sagex3.calls.Calls;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/**
 * The gauges and counters of each store's calls, tasks and webhooks, all of them from the first scrape on. As with those of
 * {@link OrderMetrics}, no name or tag holds anything of an order.
 */
@Component
class StoreMetrics {

    /** By which a task's name begins: see {@code Look}, {@code Hooks}, {@code BackfillPage}, {@code ShadowPage}. */
    private static final List<String> TASKS = List.of("sweep", "webhook", "backfill", "shadow");

    private final MeterRegistry meters;
    private final ShopTroubles troubles;
    private final Calls calls;

    StoreMetrics(Shops shops, MeterRegistry meters, ShopTroubles troubles, Calls calls) {
        this.meters = meters;
        this.troubles = troubles;
        this.calls = calls;
        shops.all().keySet().forEach(this::register);
    }

    private void register(String store) {
        Tags its = Tags.of("store", store);
        for (Side side : Side.values()) {
            gauge(
                    "ledger.bridge.connection.failures",
                    its.and("side", side.label()),
                    all -> all.calls.health(store, side).failures());
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

    private void gauge(String name, Tags tags, ToDoubleFunction<StoreMetrics> number) {
        Gauge.builder(name, this, number).tags(tags).strongReference(true).register(meters);
    }

    private double failing(String store, String task) {
        Predicate<FailingTask> its = failing -> failing.task().startsWith(task);
        return troubles.failing(store).stream().filter(its).count();
    }
}
