package io.ledgerbridge.console;

import io.ledgerbridge.bigcommerce.Shops;
import io.ledgerbridge.health.StoreConnection;
import io.ledgerbridge.health.StoreView;
import io.ledgerbridge.health.StoreViews;
import io.ledgerbridge.orders.OrderFilter;
import io.ledgerbridge.orders.OrderList;
import io.ledgerbridge.orders.overview.Overviews;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Says of each store what stops its posting, if anything does. */
@Component
public class Banners {

    private final StoreViews stores;
    private final Shops shops;
    private final OrderList orders;
    private final Overviews overviews;

    Banners(StoreViews stores, Shops shops, OrderList orders, Overviews overviews) {
        this.stores = stores;
        this.shops = shops;
        this.orders = orders;
        this.overviews = overviews;
    }

    /** Of all stores. */
    public List<Banner> now() {
        return Stream.concat(stores.all().stream().flatMap(Banners::of), gone()).toList();
    }

    /** Of stores that are set up no more the orders are counted all the same. */
    private Stream<Banner> gone() {
        return orders.stores().stream()
                .filter(store -> shops.find(store).isEmpty())
                .map(store -> new Banner("gone", store, null, unsettled(store), null, null))
                .filter(banner -> banner.waiting() > 0);
    }

    private long unsettled(String store) {
        return overviews
                .totals(orders.select(OrderFilter.of(store, null, null)))
                .notYet();
    }

    private static Stream<Banner> of(StoreView store) {
        Stream<Banner> sides = store.connections().entrySet().stream()
                .filter(side -> isStopped(side.getValue()))
                .map(side -> of(store, side));
        StoreView.Paused paused = store.paused();
        return paused == null
                ? sides
                : Stream.concat(
                        Stream.of(new Banner(
                                "paused",
                                store.store(),
                                paused.since(),
                                waiting(store),
                                null,
                                paused.by() + ": " + paused.why())),
                        sides);
    }

    /** A side that only said how long to wait, as at a rate limit, works. */
    private static boolean isStopped(StoreConnection side) {
        return side.state().equals("needs-pairing") || (side.state().equals("waiting") && side.failures() > 0);
    }

    private static Banner of(StoreView store, Map.Entry<String, StoreConnection> side) {
        StoreConnection how = side.getValue();
        boolean pairing = how.state().equals("needs-pairing");
        return new Banner(
                pairing ? "pairing" : side.getKey(),
                store.store(),
                how.since(),
                waiting(store),
                pairing ? null : how.until(),
                how.detail());
    }

    private static long waiting(StoreView store) {
        return store.orders().states().getOrDefault("waiting", 0L);
    }
}
