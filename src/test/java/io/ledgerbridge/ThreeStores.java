package io.ledgerbridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerbridge.sandbox.bigcommerce.Cart;
import io.ledgerbridge.sandbox.bigcommerce.Item;
import io.ledgerbridge.sandbox.bigcommerce.Store;
import io.ledgerbridge.sandbox.sagex3.Folder;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.awaitility.Awaitility;

/** A bench of which store us posts by GraphQL, eu by api1 and jp by SOAP, and orders that are worked at a word. */
record ThreeStores(Bench bench) implements AutoCloseable {

    static final String[] KEYS = {"us", "eu", "jp"};

    /** With these settings of each store over those of the bench, by their names within the store. */
    static ThreeStores start(Map<String, String> ofEach) {
        return start(ofEach, Map.of());
    }

    /** Likewise, with settings of the whole program, too. */
    static ThreeStores start(Map<String, String> ofEach, Map<String, String> ofAll) {
        Map<String, String> settings = new LinkedHashMap<>(ofAll);
        settings.putAll(Bench.by("rest", "eu"));
        settings.putAll(Bench.by("soap", "jp"));
        for (String store : KEYS) {
            ofEach.forEach((name, value) -> settings.put("ledger-bridge.stores.%s.%s".formatted(store, name), value));
        }
        return new ThreeStores(Bench.start(settings, List.of("eu", "jp")));
    }

    Folder folder() {
        return bench.x3().ledger().folder(Bench.FOLDER);
    }

    /** Places an order of 15.00 USD and has it worked. */
    long order(String key) throws Exception {
        long order = placed(key);
        replay(key, order);
        return order;
    }

    /** Places an order of 15.00 USD, of which nobody hears yet. */
    long placed(String key) {
        Store store = bench.store(key);
        long order = store.place(Cart.in("USD").with(Item.of("CAP", "Cap", "15.00")), 1)
                .id();
        store.pay(order);
        store.takeEvents();
        return order;
    }

    void replay(String key, long order) throws Exception {
        assertThat(bench.post("/api/stores/%s/orders/%d/replay".formatted(key, order), "{}")
                        .statusCode())
                .isEqualTo(202);
    }

    /** Waits until an order is in that state. */
    JsonNode await(String key, long order, String state) {
        return Awaitility.await("order %d of %s %s".formatted(order, key, state))
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> bench.json("/api/stores/%s/orders/%d".formatted(key, order)),
                        answer -> answer.path("state").asText().equals(state));
    }

    /** The reference of an order's first entry. */
    static String reference(String key, long order) {
        return (key.equals(Bench.STORE) ? "BC" : key.toUpperCase(Locale.ROOT)) + order;
    }

    /** How many creates of an order's first entry came to X3. */
    int creates(String key, long order) {
        return bench.x3().statistics().creates(reference(key, order)).size();
    }

    @Override
    public void close() {
        bench.close();
    }
}
