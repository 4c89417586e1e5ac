package io.ledgerbridge.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.Database;
import io.ledgerbridge.OnEachDatabase;
import io.ledgerbridge.WholeProgram;
import io.ledgerbridge.bigcommerce.Envelopes;
import io.ledgerbridge.work.WatchedDataSource;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** Deliveries that never cease, while the program starts and stops. */
@OnEachDatabase
@WholeProgram
@Tag(WholeProgram.TRIAL)
class ReceivingAtStartAndStopTest {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Database database;
    private final AtomicLong orders = new AtomicLong();
    private final List<Integer> statuses = new CopyOnWriteArrayList<>();
    private volatile boolean done;

    ReceivingAtStartAndStopTest(Database database) {
        this.database = database;
    }

    @Test
    void answersNothingBut200And503AndKeepsWhatItAcknowledged() throws Exception {
        int port = freePort();
        List<CompletableFuture<Void>> couriers = List.of(
                CompletableFuture.runAsync(() -> deliverTo(port)), CompletableFuture.runAsync(() -> deliverTo(port)));
        ConfigurableApplicationContext program =
                ReceivingProgram.start(new WatchedDataSource(database.source()), Clock.systemUTC(), port);
        Awaitility.await()
                .until(() -> statuses.stream().filter(status -> status == 200).count() > 20);
        program.close();
        done = true;
        couriers.forEach(CompletableFuture::join);
        assertThat(statuses).contains(200, 503).containsOnly(200, 503);
        assertThat(database.count("event"))
                .isGreaterThanOrEqualTo(
                        statuses.stream().filter(status -> status == 200).count());
    }

    private void deliverTo(int port) {
        while (!done) {
            byte[] body = Envelopes.body("store/order/created", "{\"id\":%d}".formatted(orders.incrementAndGet()));
            HttpRequest.Builder request = HttpRequest.newBuilder(
                            URI.create("http://localhost:" + port + "/webhooks/bigcommerce/us"))
                    .timeout(Duration.ofSeconds(30))
                    .POST(BodyPublishers.ofByteArray(body));
            ReceivingTest.signed(ReceivingProgram.SECRET, body).forEach(request::header);
            try {
                statuses.add(
                        HTTP.send(request.build(), BodyHandlers.discarding()).statusCode());
            } catch (IOException nobodyListens) {
                Thread.onSpinWait();
            } catch (InterruptedException interrupted) {
                return;
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
