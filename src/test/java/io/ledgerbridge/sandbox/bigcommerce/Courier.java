package io.ledgerbridge.sandbox.bigcommerce;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Delivers a store's events to the webhooks that want them, signed, as often and in the order that a {@link Manner}
 * says. Anything but 200 is tried again; after the last try the webhook is switched off.
 */
public final class Courier {

    /** Seconds before each retry: 11 of them over 48 hours (BigCommerce's webhooks overview). */
    private static final List<Integer> WAITS = List.of(60, 180, 300, 600, 900, 1800, 3600, 7200, 21600, 50400, 86400);

    private static final int RETRIED = 90001;
    private static final int GIVEN_UP = 90002;

    private final Store store;
    private final Duration patience;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(30))
            .build();

    public Courier(Store store) {
        this(store, Duration.ofSeconds(15));
    }

    /**
     * One that waits for another time.
     *
     * @param patience how long an answer may take
     */
    public Courier(Store store, Duration patience) {
        this.store = store;
        this.patience = patience;
    }

    /**
     * What became of one delivery.
     *
     * @param statuses of all attempts, 0 where no answer came
     */
    public record Receipt(Event event, Hook hook, List<Integer> statuses) {

        public Receipt {
            statuses = List.copyOf(statuses);
        }

        public boolean arrived() {
            return !statuses.isEmpty() && statuses.get(statuses.size() - 1) == 200;
        }
    }

    /** Delivers what has happened in the store since the last time. */
    public List<Receipt> deliver(Manner manner) {
        return deliver(store.takeEvents(), manner);
    }

    /** Delivers these events, and returns when each has arrived or was given up. */
    public List<Receipt> deliver(List<Event> events, Manner manner) {
        ScheduledExecutorService threads = Executors.newScheduledThreadPool(manner.parallel(), task -> {
            Thread thread = new Thread(task, "bigcommerce-courier");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Errand> errands = errands(events, manner);
            errands.forEach(errand -> threads.execute(() -> tryOnce(errand, manner, threads)));
            return errands.stream().map(errand -> errand.receipt.join()).toList();
        } finally {
            threads.shutdownNow();
        }
    }

    private List<Errand> errands(List<Event> events, Manner manner) {
        List<Errand> errands = new ArrayList<>();
        for (int number = 0; number < events.size(); number++) {
            Event event = events.get(number);
            int copies = manner.copies() + (manner.copies() > 1 ? number % 2 : 0);
            for (Hook hook : store.hooks().taking(event)) {
                errands.addAll(Collections.nCopies(copies, hook).stream()
                        .map(each -> new Errand(event, each))
                        .toList());
            }
        }
        if (manner.mixed()) {
            Collections.shuffle(errands, new Random(manner.seed()));
        }
        return errands;
    }

    private void tryOnce(Errand errand, Manner manner, ScheduledExecutorService threads) {
        try {
            attempt(errand, manner, threads);
        } catch (RuntimeException defect) {
            errand.receipt.completeExceptionally(defect);
        }
    }

    private void attempt(Errand errand, Manner manner, ScheduledExecutorService threads) {
        if (!store.hooks().stillActive(errand.hook)) {
            errand.done();
            return;
        }
        int status = send(errand.event, errand.hook);
        errand.statuses.add(status);
        int tries = errand.statuses.size();
        if (status == 200) {
            errand.done();
        } else if (tries > WAITS.size()) {
            store.hooks().switchOff(errand.hook.id());
            store.deliveryFailed(errand.hook, GIVEN_UP, failed(errand) + "gave up");
            errand.done();
        } else {
            if (tries == 1) {
                store.deliveryFailed(errand.hook, RETRIED, failed(errand) + "will retry");
            }
            long wait = Math.round(WAITS.get(tries - 1) * 1000 * manner.timeFactor());
            var retry = threads.schedule(() -> tryOnce(errand, manner, threads), wait, TimeUnit.MILLISECONDS);
            if (retry.isCancelled()) {
                errand.done();
            }
        }
    }

    private static String failed(Errand errand) {
        return "Non-200 response received when delivering to %s, ".formatted(errand.hook.destination());
    }

    /** Delivers an event once: the status that answered it, 0 where no answer came. */
    public int send(Event event, Hook hook) {
        HttpRequest.Builder request = HttpRequest.newBuilder(hook.destination())
                .timeout(patience)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(event.body()));
        headers(event, hook).forEach(request::header);
        try {
            return client.send(request.build(), BodyHandlers.discarding()).statusCode();
        } catch (IOException noAnswer) {
            return 0;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /** What proves a delivery: the signatures, and the headers that the webhook was made with. */
    public Map<String, String> headers(Event event, Hook hook) {
        Map<String, String> headers = new TreeMap<>(hook.headers());
        String secret = store.tokens().stream()
                .filter(token -> token.clientId().equals(hook.clientId()))
                .map(Token::clientSecret)
                .findFirst()
                .orElse("");
        String id = "msg_" + UUID.nameUUIDFromBytes(event.body().getBytes(StandardCharsets.UTF_8));
        store.signatures()
                .forEach(way ->
                        headers.putAll(way.headers(secret, id, Instant.now().getEpochSecond(), event.body())));
        return headers;
    }

    /** @param statuses of the attempts so far */
    private record Errand(Event event, Hook hook, List<Integer> statuses, CompletableFuture<Receipt> receipt) {

        Errand(Event event, Hook hook) {
            this(event, hook, new ArrayList<>(), new CompletableFuture<>());
        }

        private void done() {
            receipt.complete(new Receipt(event, hook, statuses));
        }
    }
}
