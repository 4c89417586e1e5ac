package io.ledgerbridge.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.Bench;
import io.ledgerbridge.RawRequests;
import io.ledgerbridge.WholeProgram;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A database that gives no connection for a long while, many who wait for one, and health beside them. */
@WholeProgram
@Tag(WholeProgram.TRIAL)
class HangingDatabaseTest {

    private static final int MANY = 250;
    private static final String LOGIN =
            Base64.getEncoder().encodeToString("admin:admin".getBytes(StandardCharsets.UTF_8));

    @Test
    void keepsNoProbeWaiting() throws Exception {
        try (Bench bench = Bench.start(Map.of(
                        "ledger-bridge.drain.interval", "1h",
                        "ledger-bridge.sweep.interval", "1h",
                        "spring.datasource.hikari.connection-timeout", "20000"));
                RawRequests waiting = new RawRequests(bench.uri("/"))) {
            List<Connection> all = new ArrayList<>();
            try {
                for (int each = 0; each < 10; each++) {
                    all.add(bench.bean(DataSource.class).getConnection());
                }
                waiting.begin(
                        MANY,
                        "GET /api/journals HTTP/1.1\r\nHost: x\r\nAuthorization: Basic %s\r\n\r\n".formatted(LOGIN));
                waiting.begin(MANY, "GET /actuator/health/readiness HTTP/1.1\r\nHost: x\r\n\r\n");

                assertThat(status(waiting, "/actuator/health/liveness")).isEqualTo(200);
                assertThat(status(waiting, "/actuator/health/readiness")).isEqualTo(503);
                assertThat(status(waiting, "/actuator/health/liveness")).isEqualTo(200);
            } finally {
                for (Connection each : all) {
                    each.close();
                }
            }
        }
    }

    private static int status(RawRequests raw, String path) throws Exception {
        long began = System.nanoTime();
        int status = raw.status("GET %s HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".formatted(path));
        assertThat(Duration.ofNanos(System.nanoTime() - began))
                .as("the pool's time-out is 20 s")
                .isLessThan(Duration.ofSeconds(15));
        return status;
    }
}
