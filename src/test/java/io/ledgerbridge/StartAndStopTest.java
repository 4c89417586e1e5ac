package io.ledgerbridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.servlet.context.ServletWebServerInitializedEvent;
import org.springframework.context.ApplicationListener;

/** Tomcat is up before Camel's routes and after them: BigCommerce is then asked to come again. */
@WholeProgram
class StartAndStopTest {

    private static final int NO_ANSWER = -1;

    /** So long after nobody answered comes the next try, so that those who stop get on with it. */
    private static final Duration REFUSED = Duration.ofMillis(20);

    private final List<Integer> whileStarting = new CopyOnWriteArrayList<>();

    @Test
    void answers503UntilTheRoutesAreStarted() {
        ApplicationListener<ServletWebServerInitializedEvent> early = event -> whileStarting.add(
                deliver(HttpClient.newHttpClient(), uri(event.getWebServer().getPort())));
        try (Bench bench = Bench.listenedTo(Map.of(), early)) {
            assertThat(whileStarting).containsExactly(503);
            assertThat(deliver(HttpClient.newHttpClient(), bench.uri("/webhooks/bigcommerce/us")))
                    .isEqualTo(200);
        }
    }

    @Test
    void answers200Or503OrNothingWhileItStops() {
        Bench bench = Bench.start(Map.of());
        Set<Integer> statuses = ConcurrentHashMap.newKeySet();
        AtomicInteger delivered = new AtomicInteger();
        AtomicBoolean stopped = new AtomicBoolean();
        URI uri = bench.uri("/webhooks/bigcommerce/us");
        CompletableFuture<Void> deliveries = CompletableFuture.runAsync(() -> {
            HttpClient http = HttpClient.newHttpClient();
            while (!stopped.get()) {
                int status = deliver(http, uri);
                statuses.add(status);
                delivered.incrementAndGet();
                if (status == NO_ANSWER) {
                    LockSupport.parkNanos(REFUSED.toNanos());
                }
            }
        });
        Awaitility.await().until(() -> delivered.get() > 20);

        bench.close();
        stopped.set(true);
        deliveries.join();

        assertThat(statuses).contains(200).isSubsetOf(200, 503, NO_ANSWER);
    }

    private static URI uri(int port) {
        return URI.create("http://localhost:" + port + "/webhooks/bigcommerce/us");
    }

    private static int deliver(HttpClient http, URI to) {
        try {
            return Bench.deliver(http, to, Sample218.EVENT);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        } catch (UncheckedIOException | IOException noAnswer) {
            return NO_ANSWER;
        }
    }
}
