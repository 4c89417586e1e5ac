package io.ledgerbridge.inbox;

import io.ledgerbridge.bigcommerce.Shops;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** Claims as many due orders as there are free workers, from all stores in turn. */
@Component
public class Drain {

    private final DueOrders orders;
    private final DrainSettings settings;
    private final List<String> stores;
    private final AtomicInteger busy = new AtomicInteger();
    private int turn;

    Drain(DueOrders orders, DrainSettings settings, Shops shops) {
        this.orders = orders;
        this.settings = settings;
        this.stores = List.copyOf(shops.all().keySet());
    }

    /** The next claims; one call at a time. */
    public synchronized List<Claim> claims() {
        int free = settings.workers() - busy.get();
        if (free <= 0 || stores.isEmpty()) {
            return List.of();
        }
        List<String> inTurn = new ArrayList<>(stores);
        Collections.rotate(inTurn, turn++ % stores.size());
        List<Claim> claims = orders.claim(inTurn, free);
        busy.addAndGet(claims.size());
        return claims;
    }

    /** A worker is free again. */
    public void done() {
        busy.decrementAndGet();
    }
}
