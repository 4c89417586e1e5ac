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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that hardly come, and signed deliveries and health beside them. */
@WholeProgram
class SlowBodiesTest {

    /** More than there are threads. */
    private static final int MANY = 250;

    private static final int AT_ONCE = 50;
    private static final Duration SOON = Duration.ofSeconds(15);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static Bench bench;

    @BeforeAll
    static void start() {
        bench = Bench.start(Map.of(
                "ledger-bridge.drain.interval", "1h",
                "ledger-bridge.front-door.bodies", String.valueOf(AT_ONCE),
                "ledger-bridge.front-door.body-time", "60s",
                "server.tomcat.connection-timeout", "60s"));
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /webhooks/bigcommerce/us HTTP/1.1\r\nHost: x\r\nContent-Length: 500\r\n\r\n{",
                "POST /webhooks/bigcommerce/us HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n1f",
                "GET /webhooks/bigcommerce/us HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n",
                "POST /webhooks/bigcommerce/nowhere HTTP/1.1\r\nHost: x\r\nContent-Length: 500\r\n\r\n",
                "POST /webhooks/%2F HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n",
                "POST /WEB-INF/x HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n",
                "POST /login HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 500\r\n\r\nusername=",
                "POST /api/parked/replay HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n",
                "POST /oauth2/sage-x3/us/callback HTTP/1.1\r\nHost: x\r\nContent-Length: 500\r\n\r\n",
                "POST /actuator/jolokia HTTP/1.1\r\nHost: x\r\nContent-Length: 500000\r\n\r\n[",
                "POST /actuator/hawtio/jolokia/ HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n",
                "POST /actuator/jolokia/%2e%2e/%2e%2e/webhooks/bigcommerce/us HTTP/1.1\r\nHost: x\r\nContent-Length: 500\r\n\r\n{",
                "TRACE / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
            })
    void takeNothingFromSignedDeliveriesAndHealth(String begun) throws Exception {
        try (RawRequests slow = new RawRequests(bench.uri("/"))) {
            slow.begin(MANY, begun);

            assertServed();
            assertThat(bench.bean(IncomingBodies.class).size()).isLessThanOrEqualTo(AT_ONCE);
        }
    }

    private static void assertServed() throws Exception {
        assertThat(ask("/actuator/health/liveness")).isEqualTo(200);
        assertThat(ask("/actuator/health/readiness")).isEqualTo(200);
        assertThat(bench.deliver("{\"scope\":\"store/product/updated\",\"hash\":\"%d\"}".formatted(System.nanoTime())))
                .isEqualTo(200);
    }

    private static int ask(String path) throws Exception {
        return HTTP.send(
                        HttpRequest.newBuilder(bench.uri(path)).timeout(SOON).build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
