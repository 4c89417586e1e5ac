package io.ledgerbridge.queue;

import io.ledgerbridge.database.DatabaseClock;
import java.time.Instant;
import java.time.ZoneOffset;
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

    /** A scan of the index due_order_claim, however long the backlog. */
    static final String NEXT_DUE = """
            SELECT order_id FROM due_order WHERE store = :store AND due_at <= :now
                AND (unfinished < 1 OR unfinished < :alone AND lease_holder IS NULL)
            ORDER BY store, due_at LIMIT :most""";

    /**
     * What is worked alone: what still has the lease that its process left, and what one more end would park. Of these
     * there are few: as many as an ended process had workers.
     */
    private static final String NEXT_ALONE = """
            FROM due_order WHERE unfinished > 0 AND (unfinished >= :alone OR lease_holder IS NOT NULL)
                AND due_at <= :now AND store IN (:stores)""";

    private final JdbcClient jdbc;
    private final ClaimLocks locks;
    private final Leases leases;
    private final DrainSettings settings;
    private final DatabaseClock clock;

    Claims(JdbcClient jdbc, ClaimLocks locks, Leases leases, DrainSettings settings, DatabaseClock clock) {
        this.jdbc = jdbc;
        this.locks = locks;
        this.leases = leases;
        this.settings = settings;
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
        List<Claim> claims = new ArrayList<>();
        for (long order : due(store, now, most * LOOK_AHEAD)) {
            if (claims.size() < most) {
                locks.lock(store, order, now)
                        .filter(locked -> !locked.alone())
                        .map(Unfinished::claim)
                        .ifPresent(claims::add);
            }
        }
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
        return !stores.isEmpty()
                && !unfinished("SELECT 1 " + NEXT_ALONE + " LIMIT 1", stores, clock.now())
                        .query(Integer.class)
                        .list()
                        .isEmpty();
    }

    /** Claims one order of these stores that is to be worked alone: the one that was left least often. */
    @Transactional
    public Optional<Unfinished> claimUnfinished(Set<String> stores) {
        Instant now = clock.now();
        Optional<Unfinished> claimed = unfinished(
                        "SELECT store, order_id " + NEXT_ALONE
                                + " ORDER BY unfinished, due_at, store, order_id LIMIT 20",
                        stores,
                        now)
                .query((row, index) -> Map.entry(row.getString("store"), row.getLong("order_id")))
                .list()
                .stream()
                .map(order -> locks.lock(order.getKey(), order.getValue(), now))
                .flatMap(Optional::stream)
                .filter(Unfinished::alone)
                .findFirst();
        claimed.ifPresent(unfinished -> leases.begin(unfinished.claim(), now));
        return claimed;
    }

    private JdbcClient.StatementSpec unfinished(String sql, Set<String> stores, Instant now) {
        return jdbc.sql(sql)
                .param("stores", stores)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("alone", settings.aloneFrom());
    }

    /** Each once, though an H2 whose process was killed may have an order twice in its index. */
    private List<Long> due(String store, Instant now, int most) {
        return jdbc
                .sql(NEXT_DUE)
                .param("store", store)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .param("alone", settings.aloneFrom())
                .query(Long.class)
                .list()
                .stream()
                .distinct()
                .toList();
    }
}
