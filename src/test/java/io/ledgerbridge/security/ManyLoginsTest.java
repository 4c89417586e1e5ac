package io.ledgerbridge.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.Bench;
import io.ledgerbridge.Together;
import io.ledgerbridge.WholeProgram;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Guesses from everywhere, and signed deliveries, health and who has logged in beside them. */
@ExtendWith(OutputCaptureExtension.class)
@WholeProgram
@Tag(WholeProgram.TRIAL)
class ManyLoginsTest {

    /** Half of them ask what counts among front-door.requests, of which there are 50, or who has logged in would find none left. */
    private static final int AT_ONCE = 60;

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final AtomicInteger GUESSES = new AtomicInteger();

    private static Bench bench;

    @BeforeAll
    static void start() {
        bench = Bench.start(Map.of(
                "ledger-bridge.drain.interval", "1h",
                "ledger-bridge.users[1].name", "anna",
                "ledger-bridge.users[1].password", "{bcrypt}" + new BCryptPasswordEncoder(12).encode("annas"),
                "ledger-bridge.users[1].role", "viewer"));
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    @Test
    void takeNothingFromSignedDeliveriesHealthAndWhoHasLoggedIn(CapturedOutput log) throws Exception {
        assertThat(ask("/api/stores", "anna:annas")).isEqualTo(200);
        CompletableFuture<List<Integer>> guesses = CompletableFuture.supplyAsync(ManyLoginsTest::guess);

        for (int each = 0; each < 10 || !guesses.isDone(); each++) {
            assertThat(bench.deliver("{\"hash\":\"%d\"}".formatted(System.nanoTime())))
                    .isEqualTo(200);
            assertThat(ask("/actuator/health/liveness", null)).isEqualTo(200);
            assertThat(ask("/api/stores", "anna:annas")).isEqualTo(200);
        }

        assertThat(guesses.join()).contains(401, 503).containsOnly(401, 503);
        assertThat(log.getAll().lines().filter(line -> line.contains("wrong passwords")))
                .hasSizeLessThanOrEqualTo(10);
    }

    private static List<Integer> guess() {
        try {
            List<List<Integer>> statuses =
                    Together.run(AT_ONCE, () -> List.of(guessOnce(), guessOnce(), guessOnce(), guessOnce()));
            return statuses.stream().flatMap(List::stream).toList();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static int guessOnce() throws Exception {
        int guess = GUESSES.incrementAndGet();
        HttpRequest request = HttpRequest.newBuilder(
                        bench.uri(guess % 2 == 0 ? "/api/stores" : "/actuator/health/liveness"))
                .header("Authorization", basic(guess % 3 == 0 ? "anna:" + guess : "user" + guess + ":x"))
                .header("X-Forwarded-For", "203.0.113." + guess % 250)
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    @Test
    void keepNoneOfTheirWords() throws Exception {
        String address = "9".repeat(3000);
        String name = "n".repeat(3000);
        HttpRequest request = HttpRequest.newBuilder(bench.uri("/api/stores"))
                .header("Authorization", basic(name + ":x"))
                .header("X-Forwarded-For", address)
                .build();

        assertThat(HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode())
                .isEqualTo(401);
    }

    private static int ask(String path, @org.jspecify.annotations.Nullable String login) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(bench.uri(path));
        if (login != null) {
            request.header("Authorization", basic(login));
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static String basic(String login) {
        return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    }
}
