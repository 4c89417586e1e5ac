package io.ledgerbridge.crash;

import io.ledgerbridge.sandbox.bigcommerce.Courier;
import io.ledgerbridge.sandbox.bigcommerce.Event;
import io.ledgerbridge.sandbox.bigcommerce.Hook;
import io.ledgerbridge.sandbox.bigcommerce.Store;
import io.ledgerbridge.sandbox.day.DayBooks.Shop;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** Delivers events to whichever process listens, one after the other, each until it is answered with 200. */
final class Postman implements AutoCloseable {

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread postman = new Thread(task, "postman");
        postman.setDaemon(true);
        return postman;
    });
    private final Queue<Delivery> waiting = new ConcurrentLinkedQueue<>();
    private final Supplier<List<Integer>> ports;
    private final Future<?> rounds;
    private volatile int lastStatus;
    private volatile @Nullable Delivery last;
    private volatile @Nullable RuntimeException failure;
    private int turn;

    private record Delivery(Courier courier, Hook hook, Event event) {}

    /** @param ports of the processes that listen at the moment */
    Postman(Supplier<List<Integer>> ports) {
        this.ports = ports;
        rounds = thread.scheduleWithFixedDelay(this::goRound, 0, 50, TimeUnit.MILLISECONDS);
    }

    void take(Shop shop, Store store, List<Event> events) {
        Courier courier = new Courier(store, Duration.ofSeconds(5));
        String path = "/webhooks/bigcommerce/" + shop.key();
        store.hooks().acceptPlainHttp();
        Hook hook = store.hooks().of(shop.token()).stream()
                .findFirst()
                .orElseGet(() -> store.hooks()
                        .create(shop.token(), "store/order/*", URI.create("http://localhost" + path), true, Map.of()));
        events.forEach(event -> waiting.add(new Delivery(courier, hook, event)));
    }

    /** Delivers once more what was delivered last. */
    void repeat() {
        Optional.ofNullable(last).ifPresent(waiting::add);
    }

    /** The status of the last delivery. */
    int lastStatus() {
        return lastStatus;
    }

    /** Whether all that was taken was answered with 200. */
    boolean isDone() {
        return waiting.isEmpty();
    }

    /** Completed once all that is waiting now was answered with 200. */
    CompletableFuture<?> done() {
        return CompletableFuture.runAsync(
                () -> Awaitility.await().atMost(Duration.ofMinutes(3)).until(this::isDone));
    }

    /** What is still to be delivered, and why. */
    @Override
    public String toString() {
        return "%d to be delivered, the last answered with %d%s"
                .formatted(waiting.size(), lastStatus, failure == null ? "" : ", " + failure);
    }

    /** A round that fails must not be the last one, as it would be for the timer. */
    private void goRound() {
        try {
            deliverAll();
        } catch (RuntimeException failed) {
            failure = failed;
        }
    }

    private void deliverAll() {
        waiting.removeIf(delivery -> {
            List<Integer> open = ports.get();
            if (open.isEmpty()) {
                return false;
            }
            last = delivery;
            lastStatus = send(open.get(turn++ % open.size()), delivery);
            return lastStatus == 200;
        });
    }

    private static int send(int port, Delivery delivery) {
        URI there = URI.create(
                "http://localhost:" + port + delivery.hook.destination().getPath());
        return delivery.courier.send(delivery.event, delivery.hook.to(there));
    }

    @Override
    public void close() {
        rounds.cancel(true);
        thread.shutdownNow();
    }
}
