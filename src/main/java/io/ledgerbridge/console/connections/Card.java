package io.ledgerbridge.console.connections;

import io.ledgerbridge.health.StoreView;
import java.util.List;

/** A store with its two sides. */
record Card(StoreView view, ShopSide shop, X3Side x3, List<Secret> secrets, List<Trouble> troubles) {

    public String store() {
        return view.store();
    }

    /** How many of its orders wait. */
    public long waiting() {
        return view.orders().states().getOrDefault("waiting", 0L);
    }

    public boolean isPaused() {
        return view.paused() != null;
    }

    public boolean isBehind() {
        return view.books().state().equals("behind");
    }

    /** Whether both sides have answered this process at all. */
    public boolean isAsked() {
        return shop.connection().lastSuccess() != null && x3.connection().lastSuccess() != null;
    }
}
