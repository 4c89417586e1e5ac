package io.ledgerbridge.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.sandbox.hostile.BadAnswer;
import io.ledgerbridge.sandbox.hostile.HostileProxy;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No answer fills the memory, keeps a connection, or is taken for the next one's. */
@Timeout(300)
class BoundedAnswersTest {

    /** More than a pool has connections. */
    private static final int CALLS = 70;

    private final HostileProxy server = new HostileProxy(null);
    private final ExecutorService threads = Executors.newFixedThreadPool(35);

    @AfterEach
    void close() {
        threads.shutdownNow();
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void givesTheConnectionBackAfterEachBadAnswer(BadAnswer kind) throws IOException {
        try (CloseableHttpClient client = OneRequestClient.with(
                "Sage X3", Duration.ofSeconds(kind.isSlow() ? 1 : 30), new AnswerLimits(64 * 1024))) {
            server.answer(request -> request.target().equals("/good") ? Optional.empty() : Optional.of(kind));

            Stream.of(IntStream.range(0, CALLS)
                            .mapToObj(call -> CompletableFuture.runAsync(() -> ended(client), threads))
                            .toArray(CompletableFuture<?>[]::new))
                    .forEach(CompletableFuture::join);

            assertThat(text(client, "/good")).isEqualTo("{}");
        }
    }

    private void ended(CloseableHttpClient client) {
        try {
            assertThat(text(client, "/bad")).hasSizeLessThanOrEqualTo(200_000);
        } catch (IOException | RuntimeException bad) {
            assertThat(bad).isNotInstanceOf(NotSentException.class);
        }
    }

    private String text(CloseableHttpClient client, String path) throws IOException {
        return client.execute(
                new HttpGet(server.url() + path),
                reply -> reply.getEntity() == null ? "" : EntityUtils.toString(reply.getEntity()));
    }
}
