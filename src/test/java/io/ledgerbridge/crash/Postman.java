package io.ledgerbridge.crash;

import io.ledgerbridge.sandbox.bigcommerce.Courier;
import io.ledgerbridge.sandbox.bigcommerce.Event;
import io.ledgerbridge.sandbox.bigcommerce.Hook;
import io.ledgerbridge.sandbox.bigcommerce.Store;
import io.ledgerbridge.sandbox.bigcommerce.Token;
import io.ledgerbridge.sandbox.day.DayBooks.Shop;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
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

    static final int NO_ANSWER = 0;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread postman = new Thread(task, "postman");
        postman.setDaemon(true);
        return postman;
    });
    private final Queue<Delivery> waiting = new ConcurrentLinkedQueue<>();
    private final Supplier<List<Integer>> ports;
    private final Future<?> rounds;
    private volatile int lastStatus = NO_ANSWER;
    private volatile @Nullable Delivery last;
    private volatile @Nullable RuntimeException failure;
    private int turn;

    private record Delivery(String path, Map<String, String> headers, String body) {}

    /** @param ports of the processes that listen at the moment */
    Postman(Supplier<List<Integer>> ports) {
        this.ports = ports;
        rounds = thread.scheduleWithFixedDelay(this::goRound, 0, 50, TimeUnit.MILLISECONDS);
    }

    void take(Shop shop, Store store, List<Event> events) {
        Courier courier = new Courier(store);
        Token token = Token.full(shop.token(), shop.clientId(), shop.clientSecret());
        String path = "/webhooks/bigcommerce/" + shop.key();
        store.hooks().acceptPlainHttp();
        Hook hook = store.hooks().of(token).stream()
                .findFirst()
                .orElseGet(() -> store.hooks()
                        .create(token, "store/order/*", URI.create("http://localhost" + path), true, Map.of()));
        events.forEach(event -> waiting.add(new Delivery(path, courier.headers(event, hook), event.body())));
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

    private int send(int port, Delivery delivery) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + delivery.path))
                .timeout(Duration.ofSeconds(5))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(delivery.body));
        delivery.headers.forEach(request::header);
        try {
            return http.send(request.build(), BodyHandlers.discarding()).statusCode();
        } catch (IOException noAnswer) {
            return NO_ANSWER;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return NO_ANSWER;
        }
    }

    @Override
    public void close() {
        rounds.cancel(true);
        thread.shutdownNow();
    }
}
