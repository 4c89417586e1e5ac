package io.ledgerbridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerbridge.sandbox.bigcommerce.Cart;
import io.ledgerbridge.sandbox.bigcommerce.Item;
import io.ledgerbridge.sandbox.bigcommerce.ShopOrder;
import io.ledgerbridge.sandbox.sagex3.Access;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Secrets that were stored hold at once, over those of the settings, and are never given back. */
@WholeProgram
class CredentialsApiTest {

    private static final String WRONG = "a-wrong-one-of-at-least-32-bytes-in-the-settings";

    @Test
    void storedSecretsWinOverTheSettingsAtOnce() throws Exception {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("ledger-bridge.stores.us.bigcommerce.access-token", WRONG);
        settings.put("ledger-bridge.stores.us.bigcommerce.client-secret", WRONG);
        settings.put("ledger-bridge.stores.us.sage-x3.auth.client-secret", WRONG);
        try (Bench bench = Bench.start(settings)) {
            ShopOrder order = bench.store().place(Cart.in("USD").with(Item.of("CAP", "Cap", "15.00")), 1);
            String event =
                    "{\"scope\":\"store/order/created\",\"data\":{\"type\":\"order\",\"id\":%d}}".formatted(order.id());
            assertThat(bench.deliver(event)).isEqualTo(401);

            assertThat(put(bench, "bigcommerce.client-secret", Bench.TOKEN.clientSecret()))
                    .isEqualTo(204);
            assertThat(bench.deliver(event)).isEqualTo(200);
            assertThat(put(bench, "bigcommerce.access-token", Bench.TOKEN.value()))
                    .isEqualTo(204);
            assertThat(put(bench, "sage-x3.client-secret", Access.CLIENT_SECRET))
                    .isEqualTo(204);
            bench.store().pay(order.id());
            bench.deliver();

            bench.await(order.id(), "posted");
            assertThat(bench.entries()).hasSize(1);
        }
    }

    @Test
    void storedPasswordsWinToo() throws Exception {
        Map<String, String> settings = new LinkedHashMap<>(Bench.bySoap());
        settings.put("ledger-bridge.stores.us.sage-x3.auth.password", WRONG);
        try (Bench bench = Bench.start(settings)) {
            assertThat(put(bench, "sage-x3.password", Access.PASSWORD)).isEqualTo(204);
            ShopOrder order = bench.store().place(Cart.in("USD").with(Item.of("CAP", "Cap", "15.00")), 1);
            bench.store().pay(order.id());
            bench.deliver();

            bench.await(order.id(), "posted");
        }
    }

    @Test
    void namesWhatIsAllowedAndLeavesATraceWithoutTheValue() throws Exception {
        try (Bench bench = Bench.start(Map.of())) {
            HttpResponse<String> unknown =
                    bench.send("PUT", "/api/stores/us/credentials/sage-x3.access-token", "{\"value\":\"x-y-z\"}");
            assertThat(unknown.statusCode()).isEqualTo(404);
            assertThat(unknown.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(unknown.body())
                    .contains("bigcommerce.access-token, bigcommerce.client-secret, sage-x3.client-secret")
                    .doesNotContain("x-y-z");
            assertThat(bench.send("PUT", "/api/stores/nowhere/credentials/sage-x3.password", "{\"value\":\"x\"}")
                            .statusCode())
                    .isEqualTo(404);
            for (String body :
                    new String[] {"{}", "x-y-z", "{\"value\":\"\"}", "{\"value\":1}", "{\"value\":\"a\\nb\"}"}) {
                HttpResponse<String> refused = bench.send("PUT", "/api/stores/us/credentials/sage-x3.password", body);
                assertThat(refused.statusCode()).as(body).isEqualTo(400);
                assertThat(refused.body()).doesNotContain("x-y-z");
            }

            assertThat(put(bench, "sage-x3.password", "never-to-be-seen")).isEqualTo(204);
            assertThat(put(bench, "sage-x3.password", "never-to-be-seen")).isEqualTo(204);

            JsonNode trail = bench.json("/api/audit?store=us&order=0");
            assertThat(trail.path("items"))
                    .filteredOn(link -> link.path("step").asText().equals("credential-stored"))
                    .hasSize(2);
            assertThat(trail.toString())
                    .contains("credential-stored", "\"name\":\"sage-x3.password\"", "\"by\":\"admin\"")
                    .doesNotContain("never-to-be-seen");
            assertThat(bench.json("/api/audit/verify").path("ok").asBoolean()).isTrue();
            assertThat(bench.get("/api/stores/us/credentials/sage-x3.password", "application/json")
                            .statusCode())
                    .isIn(404, 405);
        }
    }

    @Test
    void saysWhatIsStoredByWhomAndTakesItAway() throws Exception {
        try (Bench bench = Bench.start(Map.of())) {
            assertThat(bench.json("/api/stores/us/credentials").path("items")).isEmpty();
            put(bench, "sage-x3.client-secret", WRONG);
            put(bench, "bigcommerce.client-secret", WRONG);

            JsonNode stored = bench.json("/api/stores/us/credentials");
            assertThat(stored.path("items"))
                    .extracting(secret -> secret.path("name").asText() + " "
                            + secret.path("by").asText())
                    .containsExactly("bigcommerce.client-secret admin", "sage-x3.client-secret admin");
            assertThat(stored.path("items").path(0).path("storedAt").asText()).startsWith("20");
            assertThat(stored.toString()).doesNotContain(WRONG);

            assertThat(delete(bench, "bigcommerce.client-secret")).isEqualTo(204);
            assertThat(delete(bench, "bigcommerce.client-secret")).isEqualTo(404);
            assertThat(delete(bench, "sage-x3.client-secret")).isEqualTo(204);
            assertThat(bench.json("/api/stores/us/credentials").path("items")).isEmpty();
            assertThat(bench.json("/api/audit?store=us&order=0").toString()).contains("credential-removed");
            // those of the settings hold again
            ShopOrder order = bench.store().place(Cart.in("USD").with(Item.of("CAP", "Cap", "15.00")), 1);
            bench.store().pay(order.id());
            bench.deliver();
            bench.await(order.id(), "posted");
        }
    }

    private static int delete(Bench bench, String name) throws Exception {
        return bench.delete("/api/stores/us/credentials/" + name).statusCode();
    }

    private static int put(Bench bench, String name, String value) throws Exception {
        return bench.send("PUT", "/api/stores/us/credentials/" + name, "{\"value\":\"" + value + "\"}")
                .statusCode();
    }
}
