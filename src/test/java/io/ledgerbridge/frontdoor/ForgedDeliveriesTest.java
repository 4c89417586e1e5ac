package io.ledgerbridge.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.Bench;
import io.ledgerbridge.WholeProgram;
import io.ledgerbridge.sandbox.bigcommerce.Signature;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Deliveries that anybody could send, any number of them. */
@ExtendWith(OutputCaptureExtension.class)
@WholeProgram
@Tag(WholeProgram.TRIAL)
class ForgedDeliveriesTest {

    private static final int MANY = 2000;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static Bench bench;

    @BeforeAll
    static void start() {
        bench = Bench.start(Map.of(
                "ledger-bridge.drain.interval", "1h",
                "ledger-bridge.sweep.interval", "1h",
                "ledger-bridge.hooks.register", "false"));
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    @Test
    void costNoLineInTheLogAndNoLookIntoTheDatabaseEach(CapturedOutput log) throws Exception {
        double forged = counted("ledger.bridge.webhooks.forged");
        double elsewhere = counted("ledger.bridge.webhooks.unknown.store");
        bench.bean(JdbcClient.class).sql("SET QUERY_STATISTICS TRUE").update();

        for (int each = 0; each < MANY; each++) {
            assertThat(post("us", "{}", each % 2 == 0 ? "forged" : null)).isEqualTo(401);
            if (each % 10 == 0) {
                assertThat(post("no%0d%0astore" + each, "{}", "forged")).isIn(400, 404);
                assertThat(post("no-store-" + each, "{}", "forged")).isEqualTo(404);
            }
        }

        assertThat(counted("ledger.bridge.webhooks.forged") - forged).isEqualTo(MANY);
        assertThat(counted("ledger.bridge.webhooks.unknown.store") - elsewhere).isEqualTo(MANY / 10.0);
        // the program itself looks some times a second
        assertThat(looks()).isLessThan(MANY / 2);
        assertThat(log.getAll().lines().filter(line -> line.contains("us") || line.contains("store")))
                .hasSizeLessThan(10);
    }

    @Test
    void takesWhatIsSignedWithASecretThatWasStoredThisMoment() throws Exception {
        String body = "{\"scope\":\"store/product/updated\",\"hash\":\"%s\"}".formatted(UUID.randomUUID());
        String old = signature(Bench.TOKEN.clientSecret(), body);
        assertThat(post("us", body, old)).isEqualTo(200);

        assertThat(bench.send("PUT", "/api/stores/us/credentials/bigcommerce.client-secret", "{\"value\":\"newer\"}")
                        .statusCode())
                .isEqualTo(204);

        assertThat(post("us", body, old)).isEqualTo(401);
        assertThat(post("us", body, signature("newer", body))).isEqualTo(200);
        bench.bean(JdbcClient.class).sql("DELETE FROM credential").update();
    }

    private static long looks() {
        return bench.bean(JdbcClient.class)
                .sql("SELECT coalesce(sum(execution_count), 0) FROM information_schema.query_statistics"
                        + " WHERE sql_statement LIKE 'SELECT ciphertext%'")
                .query(Long.class)
                .single();
    }

    private static double counted(String name) {
        return bench.bean(MeterRegistry.class).find(name).counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    private static String signature(String secret, String body) {
        return Objects.requireNonNull(
                Signature.X_BC_SIGNATURE_BASE64.headers(secret, "id", 0, body).get("X-BC-Signature"));
    }

    private static int post(String store, String body, @org.jspecify.annotations.Nullable String signature)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(bench.uri("/webhooks/bigcommerce/" + store))
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (signature != null) {
            request.header("X-BC-Signature", signature);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
