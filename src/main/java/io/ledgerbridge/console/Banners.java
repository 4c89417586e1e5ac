package io.ledgerbridge.console;

import io.ledgerbridge.health.StoreView;
import io.ledgerbridge.health.StoreViews;
import io.ledgerbridge.orders.KnownStores;
import io.ledgerbridge.orders.OrderFilter;
import io.ledgerbridge.orders.OrderList;
import io.ledgerbridge.orders.overview.Overviews;
import io.ledgerbridge.work.Stoppage;
import io.ledgerbridge.work.Stoppages;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Says of each store what stops its posting, if anything does. */
@Component
public class Banners {

    private final Stoppages stoppages;
    private final StoreViews stores;
    private final KnownStores known;
    private final OrderList orders;
    private final Overviews overviews;

    Banners(Stoppages stoppages, StoreViews stores, KnownStores known, OrderList orders, Overviews overviews) {
        this.stoppages = stoppages;
        this.stores = stores;
        this.known = known;
        this.orders = orders;
        this.overviews = overviews;
    }

    /** Of all stores. */
    public List<Banner> now() {
        List<Stoppage> stopped = stoppages.now();
        Map<String, Long> waiting = stopped.isEmpty() ? Map.of() : waiting();
        return Stream.concat(stopped.stream().map(stop -> of(stop, waiting)), gone())
                .toList();
    }

    /** Of stores that are set up no more the orders are counted all the same. */
    private Stream<Banner> gone() {
        return known.gone().stream()
                .map(store -> new Banner("gone", store, null, unsettled(store), null, null))
                .filter(banner -> banner.waiting() > 0);
    }

    private long unsettled(String store) {
        return overviews
                .totals(orders.select(OrderFilter.of(store, null, null)))
                .notYet();
    }

    private static Banner of(Stoppage stop, Map<String, Long> waiting) {
        String what = switch (stop.kind()) {
            case BIGCOMMERCE -> "bigcommerce";
            case SAGE_X3 -> "sage-x3";
            case PAIRING -> "pairing";
            case PAUSE -> "paused";
        };
        return new Banner(
                what,
                stop.store(),
                stop.since(),
                waiting.getOrDefault(stop.store(), 0L),
                stop.nextTry(),
                stop.by() == null ? stop.words() : stop.by() + ": " + stop.words());
    }

    private Map<String, Long> waiting() {
        return stores.all().stream()
                .collect(Collectors.toMap(
                        StoreView::store, store -> store.orders().states().getOrDefault("waiting", 0L)));
    }
}
