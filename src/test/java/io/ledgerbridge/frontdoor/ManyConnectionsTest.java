package io.ledgerbridge.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.Bench;
import io.ledgerbridge.RawRequests;
import io.ledgerbridge.WholeProgram;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections that bring no request, and more of them than the program takes. */
@WholeProgram
@Tag(WholeProgram.TRIAL)
class ManyConnectionsTest {

    private static final int MOST = 100;

    private static Bench bench;

    @BeforeAll
    static void start() {
        bench = Bench.start(Map.of(
                "ledger-bridge.drain.interval", "1h",
                "ledger-bridge.front-door.body-time", "3s",
                "server.tomcat.max-connections", String.valueOf(MOST)));
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "G",
                "GET /actuator/health/liveness HTTP/1.1\r\nHost: x\r\nX-Slow: ",
                "GET /actuator/health/liveness HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /actuator/health/liveness HTTP/1.1\r\nHost: x\r\n\r\nGET /actuator/hea"
            })
    void keepNobodyOut(String begun) throws Exception {
        try (RawRequests idle = new RawRequests(bench.uri("/"))) {
            idle.begin(2 * MOST, begun);

            for (int each = 0; each < 3; each++) {
                HttpClient probe = HttpClient.newHttpClient();
                assertThat(probe.send(
                                        HttpRequest.newBuilder(bench.uri("/actuator/health/liveness"))
                                                .timeout(Duration.ofSeconds(3))
                                                .build(),
                                        HttpResponse.BodyHandlers.discarding())
                                .statusCode())
                        .isEqualTo(200);
            }
            assertThat(bench.deliver("{\"hash\":\"%d\"}".formatted(System.nanoTime())))
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"webhooks/bigcommerce/us", "login", "api/parked/replay"})
    void endWhereABodyTakesTooLong(String path) throws Exception {
        try (RawRequests slow = new RawRequests(bench.uri("/"))) {
            slow.begin(3, "POST /%s HTTP/1.1\r\nHost: x\r\nContent-Length: 500\r\n\r\n{".formatted(path));

            Awaitility.await().pollInterval(Duration.ofMillis(200)).until(() -> {
                slow.more("x");
                return slow.closed() == 3;
            });
        }
    }

    /** Each byte comes soon after the one before, and the head never ends. */
    @Test
    void endWhereTheHeadOfARequestTakesTooLong() throws Exception {
        try (RawRequests slow = new RawRequests(bench.uri("/"))) {
            slow.begin(3, "GET /actuator/health/liveness HTTP/1.1\r\nHost: x\r\nX-Slow: ");

            Awaitility.await().pollInterval(Duration.ofMillis(200)).until(() -> {
                slow.more("x");
                return slow.closed() == 3;
            });
        }
    }
}
