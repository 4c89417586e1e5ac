package io.ledgerbridge.sandbox.day;

import io.ledgerbridge.TestClock;
import io.ledgerbridge.sandbox.bigcommerce.BigCommerceSandbox;
import io.ledgerbridge.sandbox.bigcommerce.Courier;
import io.ledgerbridge.sandbox.bigcommerce.Event;
import io.ledgerbridge.sandbox.bigcommerce.Manner;
import io.ledgerbridge.sandbox.bigcommerce.Store;
import io.ledgerbridge.sandbox.day.DayBooks.Shop;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * The last day of October 2026 at an apparel distributor, and what became of its 200 orders in the weeks after. It has
 * three acts and one for the console; after each the bridge is given the time to settle, so that later changes meet orders that are posted.
 * Every event is delivered twice or three times, in mixed order, some of them late, and of some orders there is none;
 * nothing depends on chance but the seed.
 */
public final class Day implements AutoCloseable {

    private static final int ORDERS_US = 160;
    private static final int ORDERS_EU = 40;
    private static final int STEPS_BETWEEN_DELIVERIES = 60;
    private static final List<String> NEEDED = List.of(
            "store/order/created", "store/order/updated", "store/order/statusUpdated", "store/order/refund/created");

    private static final List<String> ALL_OF = List.of("store/order/*", "store/channel/1/order/*");

    private final TestClock clock = new TestClock("2026-09-28T12:00:00Z");
    private final Timeline timeline = new Timeline();
    private final Map<Shop, Store> stores = new EnumMap<>(Shop.class);
    private final Map<Shop, Courier> couriers = new EnumMap<>(Shop.class);
    private final Map<Shop, List<Event>> late = new EnumMap<>(Shop.class);
    private final BigCommerceSandbox sandbox;
    private final Random random;
    private final long seed;
    private final PrintStream out;

    /** A part of the play. */
    public enum Act {
        ORDERS("31 October: the orders", Instant.parse("2026-11-01T10:00:00Z")),
        CHANGES("The days after: confirmations, edits, cancellations, refunds", DayBooks.REMAPPED),
        SECOND_THOUGHTS("The weeks after: second thoughts", Instant.parse("2026-12-31T00:00:00Z")),
        LEFT("New Year's Eve: orders that need somebody", Instant.parse("2027-01-15T00:00:00Z"));

        private final String title;
        private final Instant end;

        Act(String title, Instant end) {
            this.title = title;
            this.end = end;
        }
    }

    /** What an act did. */
    private static final class Count {
        private int steps;
        private int events;
        private int deliveries;
        private int lost;
    }

    /**
     * Opens the two stores, in which nothing happens until it is written down.
     *
     * @param port BigCommerce's, 0 for any that is free
     * @param out where the play is told
     */
    public Day(int port, long seed, PrintStream out) {
        this.seed = seed;
        this.random = new Random(seed);
        this.out = out;
        this.sandbox = new BigCommerceSandbox(port, clock);
        for (Shop shop : Shop.values()) {
            Store store = shop.open(sandbox);
            store.hooks().acceptPlainHttp();
            stores.put(shop, store);
            couriers.put(shop, new Courier(store));
            late.put(shop, new ArrayList<>());
        }
    }

    /** Writes down the day and the weeks after. */
    public Day written() {
        writeUs();
        writeEu();
        return this;
    }

    private void writeUs() {
        Scene us = us("2026-10-31T11:00:00Z");
        AmericanLives.all(us);
        List<Long> channels = List.of(1L, 2L, 1L, 3L, 2L, 1L);
        while (us.lives() < ORDERS_US) {
            us.usual(channels.get(us.lives() % channels.size()), us.cart());
        }
    }

    private Scene us(String opens) {
        return new Scene(
                timeline,
                store(Shop.US),
                random,
                Instant.parse(opens),
                Duration.ofHours(17),
                new Scene.Range("USD", List.of("0.0825", "0.0625", "0.07", "0.06"), List.of("5.95", "7.50", "12.00")));
    }

    /** Writes down what comes after the day: the act {@link Act#LEFT}, with which nobody gets done by itself. */
    public void writeWhatIsLeft() {
        LeftLives.all(us("2026-12-31T06:00:00Z"), eu("2026-12-31T06:00:00Z"));
    }

    private Scene eu(String opens) {
        return new Scene(
                timeline,
                store(Shop.EU),
                random,
                Instant.parse(opens),
                Duration.ofHours(17),
                new Scene.Range("EUR", List.of("0.20"), List.of("0.00", "4.90", "6.00")));
    }

    private void writeEu() {
        Scene eu = eu("2026-10-31T06:00:00Z");
        EuropeanLives.all(eu);
        while (eu.lives() < ORDERS_EU) {
            eu.usual(1, eu.cart());
        }
    }

    public BigCommerceSandbox sandbox() {
        return sandbox;
    }

    public Store store(Shop shop) {
        return stores.getOrDefault(shop, sandbox.store(shop.hash()));
    }

    /** Has both stores send everything here from now on, for a bridge that registers no webhooks of its own. */
    public void sendTo(URI bridge) {
        stores.forEach((shop, store) -> {
            store.hooks().of(shop.token()).stream()
                    .filter(hook -> ALL_OF.contains(hook.scope()))
                    .forEach(store.hooks()::remove);
            URI destination = bridge.resolve("/webhooks/bigcommerce/" + shop.key());
            ALL_OF.forEach(scope -> store.hooks().create(shop.token(), scope, destination, true, Map.of()));
        });
    }

    /** Whether somebody takes the events of both stores' orders and refunds. */
    public boolean isListenedTo() {
        return stores.entrySet().stream()
                .allMatch(store -> NEEDED.stream()
                        .allMatch(scope -> store
                                .getValue()
                                .hooks()
                                .of(store.getKey().token())
                                .stream()
                                .anyMatch(hook -> hook.takes(scope))));
    }

    /**
     * Plays an act: what happens in the shops, the deliveries, and a wait until the bridge has settled.
     *
     * @param settled whether the bridge has no order left to work
     * @param patience how long this wait may take
     * @return whether the bridge settled, and every delivery was taken
     */
    public boolean play(Act act, BooleanSupplier settled, Duration patience) {
        if (!await(this::isListenedTo, patience)) {
            out.println("  Webhooks are missing: nobody listens to all that happens in the shops.");
            return false;
        }
        out.println("  " + act.title);
        Count count = play(act);
        boolean calm = await(settled, patience);
        out.printf(
                "      %d deeds · %d events · %d deliveries, %s · %s%n",
                count.steps,
                count.events,
                count.deliveries,
                count.lost == 0 ? "all taken" : count.lost + " NOT TAKEN",
                calm ? "settled" : "NOT SETTLED within " + patience.toSeconds() + " s");
        return calm && count.lost == 0;
    }

    private Count play(Act act) {
        Count count = new Count();
        while (timeline.hasStepBefore(act.end)) {
            for (int step = 0; step < STEPS_BETWEEN_DELIVERIES && timeline.hasStepBefore(act.end); step++) {
                clock.set(timeline.next());
                timeline.step();
                count.steps++;
            }
            deliver(count, !timeline.hasStepBefore(Instant.MAX));
        }
        return count;
    }

    /** Delivers what has happened since, such as by a test. */
    public void deliverWhatHappened() {
        deliver(new Count(), true);
    }

    private void deliver(Count count, boolean everything) {
        stores.forEach((shop, store) -> {
            List<Event> waiting = late.getOrDefault(shop, new ArrayList<>());
            List<Event> now = new ArrayList<>(waiting);
            waiting.clear();
            for (Event event : store.takeEvents()) {
                boolean held = !everything && random.nextInt(8) == 0;
                (held ? waiting : now).add(event);
                count.events++;
            }
            Courier courier = couriers.getOrDefault(shop, new Courier(store));
            List<Courier.Receipt> receipts = courier.deliver(now, Manner.rough(seed + count.deliveries));
            count.deliveries += receipts.size();
            count.lost += (int)
                    receipts.stream().filter(receipt -> !receipt.arrived()).count();
        });
    }

    /** Waits for it; whether it came true within that time. */
    public static boolean await(BooleanSupplier condition, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            try {
                TimeUnit.MILLISECONDS.sleep(100);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
