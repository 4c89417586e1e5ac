package io.ledgerbridge.inbox;

import io.ledgerbridge.bigcommerce.Shops;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Claims as many due orders as there are free workers, from all stores in turn. One store never has all the workers, so
 * that an X3 that is slow keeps no other store waiting.
 */
@Component
public class Drain {

    private final DueOrders orders;
    private final Connections connections;
    private final DrainSettings settings;
    private final Clock clock;
    private final List<String> stores;
    private final Map<String, Integer> busy = new ConcurrentHashMap<>();
    private int turn;

    Drain(DueOrders orders, Connections connections, DrainSettings settings, Clock clock, Shops shops) {
        this.orders = orders;
        this.connections = connections;
        this.settings = settings;
        this.clock = clock;
        this.stores = List.copyOf(shops.all().keySet());
    }

    /** The next claims; one call at a time. */
    public synchronized List<Claim> claims() {
        int free = settings.workers()
                - busy.values().stream().mapToInt(Integer::intValue).sum();
        if (free <= 0 || stores.isEmpty()) {
            return List.of();
        }
        List<Claim> claims = orders.claim(most(), free);
        claims.forEach(claim -> busy.merge(claim.store(), 1, Integer::sum));
        return claims;
    }

    /** The worker of a claim is free again. */
    public void done(Claim claim) {
        busy.merge(claim.store(), -1, Integer::sum);
    }

    private Map<String, Integer> most() {
        List<String> inTurn = new ArrayList<>(stores);
        Collections.rotate(inTurn, turn++ % stores.size());
        Map<String, Integer> most = new LinkedHashMap<>();
        inTurn.forEach(store -> most.put(store, share() - busy.getOrDefault(store, 0)));
        Instant now = clock.instant();
        for (Connections.Trouble trouble : connections.troubles()) {
            int ahead = trouble.until().isAfter(now) ? 0 : 1 - busy.getOrDefault(trouble.store(), 0);
            most.computeIfPresent(trouble.store(), (store, share) -> Math.min(share, ahead));
        }
        most.values().removeIf(share -> share <= 0);
        return most;
    }

    /** A store's workers at the most: one stays for each other store, but half of them are always any store's. */
    private int share() {
        return Math.max((settings.workers() + 1) / 2, settings.workers() - stores.size() + 1);
    }
}
