package io.ledgerbridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerbridge.sandbox.bigcommerce.Cart;
import io.ledgerbridge.sandbox.bigcommerce.Item;
import io.ledgerbridge.sandbox.bigcommerce.ShopOrder;
import io.ledgerbridge.sandbox.sagex3.Access;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A program that is started with another encryption key than the one its credentials were stored under. */
@ExtendWith(OutputCaptureExtension.class)
@WholeProgram
@Tag(WholeProgram.TRIAL)
class EncryptionKeyTest {

    private static final String PASSWORD = "/api/stores/us/credentials/sage-x3.password";
    private static final String CLIENT_SECRET = "/api/stores/us/credentials/bigcommerce.client-secret";

    @Test
    void saysSoAtTheStartAndInHealthAndKeepsOrdersWaitingUntilTheCredentialIsStoredAnew(CapturedOutput output)
            throws Exception {
        Map<String, String> settings = new LinkedHashMap<>(Bench.bySoap());
        settings.put("ledger-bridge.retry.initial-delay", "60s");
        try (Bench bench = Bench.start(settings)) {
            put(bench, PASSWORD, Access.PASSWORD);
            put(bench, CLIENT_SECRET, Bench.TOKEN.clientSecret());
            assertThat(bench.json("/actuator/health").path("status").asText()).isEqualTo("UP");
            bench.restart(Map.of("ledger-bridge.encryption-key", key(7)));

            assertThat(output.getOut().lines())
                    .anySatisfy(line -> assertThat(line)
                            .contains(
                                    "ERROR",
                                    "store us",
                                    "bigcommerce.client-secret, sage-x3.password",
                                    "ledger-bridge.encryption-key",
                                    "PUT /api/stores/us/credentials/"));
            JsonNode health = bench.json("/actuator/health");
            assertThat(health.path("status").asText()).isEqualTo("DOWN");
            assertThat(health.at("/components/credentials/details/us").toString())
                    .isEqualTo("[\"bigcommerce.client-secret\",\"sage-x3.password\"]");
            assertThat(bench.json("/actuator/health/readiness").path("status").asText())
                    .isEqualTo("UP");

            assertThat(bench.deliver("{}")).as("BigCommerce is to come again").isEqualTo(503);
            put(bench, CLIENT_SECRET, Bench.TOKEN.clientSecret());
            ShopOrder order = bench.store().place(Cart.in("USD").with(Item.of("CAP", "Cap", "15.00")), 1);
            bench.store().pay(order.id());
            bench.deliver();
            JsonNode waiting = Awaitility.await()
                    .until(
                            () -> bench.json("/api/stores").at("/0/connections/sage-x3"),
                            side -> side.path("state").asText().equals("waiting"));
            assertThat(waiting.path("detail").asText())
                    .contains("the stored sage-x3.password of store us can't be read", "PUT " + PASSWORD);
            assertThat(bench.order(order.id()).path("state").asText()).isNotEqualTo("parked");
            assertThat(attempts(bench)).isZero();
            assertThat(bench.send("POST", "/api/stores/us/ping", "").body())
                    .contains("the stored sage-x3.password of store us can't be read");

            put(bench, PASSWORD, Access.PASSWORD);
            bench.await(order.id(), "posted");
            assertThat(bench.json("/actuator/health").path("status").asText()).isEqualTo("UP");
            assertThat(output.getAll()).doesNotContain(Access.PASSWORD);
        }
    }

    private static void put(Bench bench, String path, String value) throws Exception {
        assertThat(bench.send("PUT", path, "{\"value\":\"" + value + "\"}").statusCode())
                .isEqualTo(204);
    }

    private static int attempts(Bench bench) {
        return bench.bean(JdbcClient.class)
                .sql("SELECT attempts FROM due_order")
                .query(Integer.class)
                .single();
    }

    private static String key(int filling) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) filling);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
