package io.ledgerbridge;

import io.ledgerbridge.sandbox.bigcommerce.Cart;
import io.ledgerbridge.sandbox.bigcommerce.Courier;
import io.ledgerbridge.sandbox.bigcommerce.Event;
import io.ledgerbridge.sandbox.bigcommerce.Item;
import io.ledgerbridge.sandbox.bigcommerce.Manner;
import io.ledgerbridge.sandbox.bigcommerce.Signature;
import io.ledgerbridge.sandbox.bigcommerce.Store;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** A bench with three stores that post into one folder of Sage X3: us by GraphQL, eu by REST, jp by SOAP. */
final class ThreeWays implements AutoCloseable {

    static final List<String> STORES = List.of(Bench.STORE, "eu", "jp");

    private final Bench bench;
    private int orders;

    private ThreeWays(Bench bench) {
        this.bench = bench;
        STORES.forEach(store -> {
            shop(store).signing(Signature.X_BC_SIGNATURE_BASE64);
            if (!store.equals(Bench.STORE)) {
                bench.listen(store);
            }
        });
    }

    /** Starts it, with these settings over its own. */
    static ThreeWays start(Map<String, String> settings) {
        Map<String, String> all = new LinkedHashMap<>();
        all.putAll(Bench.withMBeans());
        all.putAll(Bench.by("rest", "eu"));
        all.putAll(Bench.by("soap", "jp"));
        all.putAll(settings);
        return new ThreeWays(Bench.start(all, List.of("eu", "jp")));
    }

    Bench bench() {
        return bench;
    }

    Store shop(String store) {
        return bench.store(store);
    }

    /** Places and pays so many orders in each store, delivers a webhook of each, and waits until all are in Sage X3. */
    void post(int each, Duration patience) {
        for (String store : STORES) {
            for (int order = 0; order < each; order++) {
                Cart cart = Cart.in("USD").with(Item.of("CAP", "Cap", "15.00"));
                shop(store).pay(shop(store).place(cart, 1).id());
            }
            List<Event> created = shop(store).takeEvents().stream()
                    .filter(event -> event.scope().equals("store/order/created"))
                    .toList();
            new Courier(shop(store))
                    .deliver(created, Manner.plain().inParallel(4).withTimeFactor(0));
        }
        orders += each * STORES.size();
        Awaitility.await("%d orders posted".formatted(orders))
                .atMost(patience)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> bench.entries().size() >= orders);
    }

    @Override
    public void close() {
        bench.close();
    }
}
