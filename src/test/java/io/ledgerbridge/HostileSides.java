package io.ledgerbridge;

import io.ledgerbridge.sandbox.bigcommerce.Cart;
import io.ledgerbridge.sandbox.bigcommerce.Courier;
import io.ledgerbridge.sandbox.bigcommerce.Item;
import io.ledgerbridge.sandbox.bigcommerce.Manner;
import io.ledgerbridge.sandbox.bigcommerce.ShopOrder;
import io.ledgerbridge.sandbox.bigcommerce.Store;
import io.ledgerbridge.sandbox.hostile.Asked;
import io.ledgerbridge.sandbox.hostile.BadAnswer;
import io.ledgerbridge.sandbox.hostile.HostileProxy;
import io.ledgerbridge.sandbox.hostile.OutgoingCall;
import io.ledgerbridge.sandbox.sagex3.PostedEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.awaitility.Awaitility;

/** A BigCommerce and a Sage X3 that can answer any call badly, and that know every call. */
final class HostileSides implements AutoCloseable {

    /** The store that they leave alone. */
    static final String WELL = "eu";

    final HostileProxy shop = new HostileProxy(null);
    final HostileProxy x3 = new HostileProxy(null);
    private final Set<String> unnamed = ConcurrentHashMap.newKeySet();

    /** Whether each kind meets each call, which takes minutes. */
    static boolean isFull() {
        return "full".equals(System.getProperty("hostile"));
    }

    void putBetween(String shopUrl, String x3Url) {
        shop.before(shopUrl);
        x3.before(x3Url);
    }

    /** Asked at each request: how it is answered badly, if it is. */
    void answer(BiFunction<OutgoingCall, Asked, Optional<BadAnswer>> how) {
        List.of(shop, x3)
                .forEach(side -> side.answer(asked -> {
                    List<OutgoingCall> named = OutgoingCall.of(asked);
                    if (named.size() != 1) {
                        unnamed.add(named + " " + asked.text());
                        return Optional.empty();
                    }
                    return how.apply(named.get(0), asked);
                }));
    }

    /** Requests that no {@link OutgoingCall} names, or more than one. */
    Set<String> unnamed() {
        return unnamed;
    }

    /** How long the store that is left alone takes for an order, in milliseconds from its placing. */
    static long postsSoon(Bench bench, Consumer<String> deliver) {
        Instant begun = Instant.now();
        ShopOrder order = paid(bench.store(WELL));
        deliver.accept(WELL);
        String reference = "EU" + order.id();
        Awaitility.await(reference)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> references(bench).contains(reference));
        return Duration.between(begun, Instant.now()).toMillis();
    }

    static List<String> references(Bench bench) {
        return bench.entries().stream().map(PostedEntry::reference).toList();
    }

    static ShopOrder paid(Store store) {
        ShopOrder order = store.place(
                Cart.in("USD").with(Item.of("CAP", "Cap", "15.00").times(2)).taxRate("0.10"), 1);
        store.pay(order.id());
        return order;
    }

    /** Delivers what has happened at a store. */
    static void deliver(Bench bench, String key) {
        Store store = bench.store(key);
        if (!key.equals(Bench.STORE) && store.hooks().of(Bench.token(key)).isEmpty()) {
            bench.listen(key);
        }
        new Courier(store).deliver(Manner.plain().inParallel(4).withTimeFactor(0));
    }

    @Override
    public void close() {
        shop.close();
        x3.close();
    }
}
