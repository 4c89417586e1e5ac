package io.ledgerbridge.queue;

import io.ledgerbridge.database.DatabaseClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Claims orders that are due, each for a lease. Orders that other workers are claiming at that moment are passed over. */
@Component
public class Claims {

    /** So many times as many orders as are wanted are looked at, since other processes may be claiming the first. */
    private static final int LOOK_AHEAD = 4;

    private final ClaimableOrders claimable;
    private final ClaimLocks locks;
    private final Leases leases;
    private final DatabaseClock clock;

    Claims(JdbcClient jdbc, ClaimLocks locks, Leases leases, DrainSettings settings, DatabaseClock clock) {
        this.claimable = new ClaimableOrders(jdbc, settings);
        this.locks = locks;
        this.leases = leases;
        this.clock = clock;
    }

    /**
     * Claims orders of one store that are due, the longest due first.
     *
     * @param most how many at the most
     */
    @Transactional
    public List<Claim> claim(String store, int most) {
        Instant now = clock.now();
        List<Claim> claims = claimable.due(store, now, most * LOOK_AHEAD).stream()
                .flatMap(order -> locks.lock(store, order, now).stream())
                .filter(locked -> !locked.alone())
                .map(LockedOrder::claim)
                .limit(most)
                .toList();
        claims.forEach(claim -> leases.begin(claim, now));
        return claims;
    }

    /**
     * Claims for free workers, from all stores in turn, so that no store's backlog keeps another's orders waiting. What
     * a store leaves of its share goes to those that have more orders due.
     *
     * @param most by store, in the order in which they are to be served: how many of its orders at the most
     * @param free how many of all stores at the most
     */
    @Transactional
    public List<Claim> claim(Map<String, Integer> most, int free) {
        List<Claim> claims = new ArrayList<>();
        Map<String, Integer> wanting = new LinkedHashMap<>();
        int left = most.size();
        for (Map.Entry<String, Integer> store : most.entrySet()) {
            int share = Math.max(1, (free - claims.size()) / left--);
            int own = claim(claims, store.getKey(), Math.min(share, Math.min(store.getValue(), free - claims.size())));
            if (own == share && own < store.getValue()) {
                wanting.put(store.getKey(), store.getValue() - own);
            }
        }
        wanting.forEach((store, more) -> claim(claims, store, Math.min(more, free - claims.size())));
        Collections.shuffle(claims);
        return claims;
    }

    private int claim(List<Claim> claims, String store, int most) {
        List<Claim> own = most > 0 ? claim(store, most) : List.of();
        claims.addAll(own);
        return own.size();
    }

    /** Whether there is an order of these stores that is to be worked alone, to be had by {@link #claimUnfinished}. */
    @Transactional(readOnly = true)
    public boolean hasUnfinished(Set<String> stores) {
        return claimable.hasUnfinished(stores, clock.now());
    }

    /** Claims one order of these stores that is to be worked alone: the one that was left least often. */
    @Transactional
    public Optional<LockedOrder> claimUnfinished(Set<String> stores) {
        Instant now = clock.now();
        Optional<LockedOrder> claimed = claimable.unfinished(stores, now).stream()
                .flatMap(order -> locks.lock(order.getKey(), order.getValue(), now).stream())
                .filter(LockedOrder::alone)
                .findFirst();
        claimed.ifPresent(unfinished -> leases.begin(unfinished.claim(), now));
        return claimed;
    }
}
