package io.ledgerbridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.sandbox.bigcommerce.Cart;
import io.ledgerbridge.sandbox.bigcommerce.Item;
import io.ledgerbridge.sandbox.bigcommerce.ShopOrder;
import io.ledgerbridge.sandbox.bigcommerce.Store;
import io.ledgerbridge.sandbox.sagex3.Call;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Client credentials by each interface: tokens by a form, with an audience, read in camel case, and renewed on 401. */
@WholeProgram
class ClientCredentialsTest {

    private static final List<String> STORES = List.of("us", "eu", "jp");

    @Test
    void openX3ByEachInterface() throws Exception {
        try (Bench bench = Bench.start(settings(), List.of("eu", "jp"))) {
            bench.x3().oauth2().audience = "x3-of-ours";
            bench.x3().oauth2().camelCase = true;
            for (int round = 1; round <= 2; round++) {
                for (String store : STORES) {
                    post(bench, store);
                }
                bench.x3().oauth2().expireAccessTokens();
            }

            assertThat(bench.entries()).hasSize(6);
            assertThat(bench.x3().statistics().requests(Call.Kind.TOKEN)).isEqualTo(6);
            assertThat(bench.json("/actuator/health").path("status").asText()).isEqualTo("UP");
        }
    }

    /** By replay, since nothing needs a webhook here. */
    private static void post(Bench bench, String store) throws Exception {
        Store shop = store.equals("us") ? bench.store() : bench.store(store);
        ShopOrder order = shop.place(Cart.in("USD").with(Item.of("CAP", "Cap", "15.00")), 1);
        shop.pay(order.id());
        String path = "/api/stores/%s/orders/%d".formatted(store, order.id());
        assertThat(bench.post(path + "/replay", "{}").statusCode()).isEqualTo(202);
        Awaitility.await().until(() -> bench.json(path).path("state").asText().equals("posted"));
    }

    private static Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        for (String store : STORES) {
            String x3 = "ledger-bridge.stores." + store + ".sage-x3.";
            settings.put(
                    x3 + "api",
                    Map.of("us", "graphql", "eu", "rest", "jp", "soap").get(store));
            settings.put(x3 + "auth.type", "client-credentials");
            settings.put(x3 + "auth.token-url", "{x3}/v1/token");
            settings.put(x3 + "auth.token-request", "form");
            settings.put(x3 + "auth.audience", "x3-of-ours");
        }
        return settings;
    }
}
