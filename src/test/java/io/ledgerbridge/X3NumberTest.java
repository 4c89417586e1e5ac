package io.ledgerbridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerbridge.sandbox.bigcommerce.Cart;
import io.ledgerbridge.sandbox.bigcommerce.Item;
import io.ledgerbridge.sandbox.bigcommerce.Store;
import io.ledgerbridge.sandbox.sagex3.Access;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** X3 numbers its entries as it likes: what can be kept is, and what can't never makes a second entry. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@WholeProgram
@Tag(WholeProgram.RELIABILITY)
class X3NumberTest {

    private Bench bench;

    /** Store us posts by GraphQL, eu by api1, jp by SOAP. */
    @BeforeAll
    void start() {
        Map<String, String> settings = new LinkedHashMap<>();
        Map.of("eu", "rest", "jp", "soap").forEach((store, api) -> {
            String x3 = "ledger-bridge.stores.%s.sage-x3.".formatted(store);
            settings.put(x3 + "api", api);
            settings.put(x3 + "auth.type", "basic");
            settings.put(x3 + "auth.password", Access.PASSWORD);
        });
        bench = Bench.start(settings, List.of("eu", "jp"));
    }

    @AfterAll
    void stop() {
        bench.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"us", "eu", "jp"})
    void isKeptWhenItIsLong(String store) throws Exception {
        bench.x3().ledger().numberBy(number -> number + "-" + "9".repeat(40));

        long order = order(store);
        JsonNode posted = await(store, order, "posted");

        String number = posted.path("journals").path(0).path("x3Number").asText();
        assertThat(number).hasSizeGreaterThan(50).endsWith("9".repeat(40));
    }

    @ParameterizedTest
    @ValueSource(strings = {"us", "eu", "jp"})
    void parksOnceItIsFoundThatItCantBeKept(String store) throws Exception {
        parks(store, number -> number + "-" + "9".repeat(300));
    }

    @ParameterizedTest
    @ValueSource(strings = {"us", "eu"})
    void parksWhereItIsNoText(String store) throws Exception {
        parks(store, number -> number + "\u0007\n\u202e");
    }

    private void parks(String store, UnaryOperator<String> numbering) throws Exception {
        bench.x3().ledger().numberBy(numbering);

        long order = order(store);
        JsonNode parked = await(store, order, "parked");

        assertThat(parked.path("reason").asText()).as(parked.toString()).isEqualTo("x3-number");
        assertThat(parked.path("remedy").asText()).contains("The entry is in X3");
        String reference = parked.path("journals").path(0).path("reference").asText();
        assertThat(bench.x3().ledger().entries(Bench.FOLDER, reference)).hasSize(1);

        long replays = replays(store, order);
        replay(store, order);
        Awaitility.await()
                .until(() -> replays(store, order) > replays
                        && bench.json("/api/stores/%s/orders/%d".formatted(store, order))
                                .path("state")
                                .asText()
                                .equals("parked"));
        assertThat(bench.x3().ledger().entries(Bench.FOLDER, reference))
                .as("after a replay")
                .hasSize(1);
    }

    private long replays(String store, long order) throws Exception {
        return bench
                .json("/api/audit?store=%s&order=%d".formatted(store, order))
                .path("items")
                .findValuesAsText("step")
                .stream()
                .filter("order-parked"::equals)
                .count();
    }

    private long order(String key) throws Exception {
        Store store = key.equals("us") ? bench.store() : bench.store(key);
        long order = store.place(Cart.in("USD").with(Item.of("CAP", "Cap", "15.00")), 1)
                .id();
        store.pay(order);
        store.takeEvents();
        replay(key, order);
        return order;
    }

    private void replay(String store, long order) throws Exception {
        assertThat(bench.post("/api/stores/%s/orders/%d/replay".formatted(store, order), "{}")
                        .statusCode())
                .isEqualTo(202);
    }

    private JsonNode await(String store, long order, String state) {
        return Awaitility.await()
                .until(
                        () -> bench.json("/api/stores/%s/orders/%d".formatted(store, order)),
                        answer -> answer.path("state").asText().equals(state));
    }
}
