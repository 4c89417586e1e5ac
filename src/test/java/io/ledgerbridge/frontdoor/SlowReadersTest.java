package io.ledgerbridge.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.Bench;
import io.ledgerbridge.RawRequests;
import io.ledgerbridge.WholeProgram;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Answers that nobody reads, and signed deliveries and health beside them. */
@WholeProgram
@Tag(WholeProgram.TRIAL)
class SlowReadersTest {

    private static final int PLACES = 20;

    @Test
    void takeNothingFromSignedDeliveriesAndHealthAndAreLeftAfterATime() throws Exception {
        try (Bench bench = Bench.start(Map.of(
                        "ledger-bridge.drain.interval", "1h",
                        "ledger-bridge.front-door.requests", String.valueOf(PLACES),
                        "server.tomcat.connection-timeout", "5s"));
                RawRequests readers = new RawRequests(bench.uri("/"))) {
            // a login that has been right a moment ago waits for no other
            assertThat(bench.get("/api/stores", "*/*").statusCode()).isEqualTo(200);
            readers.begin(
                    2 * PLACES,
                    "GET /actuator/hawtio/static/js/%s HTTP/1.1\r\nHost: x\r\nAuthorization: Basic %s\r\n\r\n"
                            .formatted(large(), base64("admin:admin")));
            Awaitility.await().until(() -> readers.status(ask("/actuator/prometheus")) == 503);

            for (int each = 0; each < 5; each++) {
                assertThat(readers.status(ask("/actuator/health/liveness"))).isEqualTo(200);
                assertThat(readers.status(ask("/actuator/health/readiness"))).isEqualTo(200);
                assertThat(bench.deliver("{\"hash\":\"%d\"}".formatted(each))).isEqualTo(200);
            }
            Awaitility.await().until(() -> readers.status(ask("/actuator/prometheus")) == 401);
        }
    }

    private static String ask(String path) {
        return "GET %s HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".formatted(path);
    }

    private static String base64(String login) {
        return Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    }

    /** The largest file that the program serves: far more than fits between two sockets. */
    private static String large() throws Exception {
        Resource[] files =
                new PathMatchingResourcePatternResolver().getResources("classpath*:hawtio-static/static/js/*.js");
        return String.valueOf(Arrays.stream(files)
                .max(Comparator.comparing(SlowReadersTest::length))
                .orElseThrow()
                .getFilename());
    }

    private static long length(Resource file) {
        try {
            return file.contentLength();
        } catch (java.io.IOException unreadable) {
            return 0;
        }
    }
}
