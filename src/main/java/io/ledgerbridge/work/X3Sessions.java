package io.ledgerbridge.work;

import io.ledgerbridge.database.DatabaseClock;
import io.ledgerbridge.queue.Claim;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sees to it that a store has no more sessions in Sage X3 at once than it may, over all replicas. A claim has one from
 * its first journal on; when the claim is lost or given back, the session is free by itself. One that belongs to no order,
 * such as a ping's, has an order below zero, which nobody else has, and its end as its fence.
 */
@Component
public class X3Sessions {

    /** A session is free when the claim that took it no longer holds, or its time is over. */
    private static final String IS_FREE = """
            (order_id IS NULL OR (order_id < 0 AND fence <= :millis) OR order_id > 0 AND NOT EXISTS (
                SELECT 1 FROM due_order d
                 WHERE d.store = x3_session.store AND d.order_id = x3_session.order_id
                   AND d.fence = x3_session.fence AND d.lease_holder IS NOT NULL AND d.due_at > :now))""";

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final DatabaseClock clock;

    X3Sessions(JdbcClient jdbc, TransactionTemplate transactions, DatabaseClock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * The session that a claim has, or one that is free. As long as none is free nothing is written, so that many can wait.
     *
     * @param concurrency how many the store may have at once
     * @throws io.ledgerbridge.faults.LeaseLost where another worker has the order
     */
    public X3Session take(Claim claim, int concurrency) {
        X3Session wanted = new X3Session(claim, 0);
        X3Session had = wanted.numbered(had(wanted));
        if (!had.isMissing() || areAllTaken(wanted.store(), concurrency)) {
            return had;
        }
        return Objects.requireNonNull(transactions.execute(begun -> {
            claim.hold();
            return taken(wanted, concurrency);
        }));
    }

    /** Under a lease that is over it is free by now, and may be another's. */
    private int had(X3Session wanted) {
        return jdbc.sql(
                        "SELECT number FROM x3_session WHERE store = :store AND order_id = :order AND fence = :fence AND NOT "
                                + IS_FREE)
                .param("store", wanted.store())
                .param("order", wanted.order())
                .param("fence", wanted.fence())
                .param("now", now())
                .param("millis", clock.now().toEpochMilli())
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    /** Whether a store has as many calls under way as it may. */
    public boolean areAllTaken(String store, int concurrency) {
        long known = jdbc.sql("SELECT count(*) FROM x3_session WHERE store = :store AND number <= :concurrency")
                .params(Map.of("store", store, "concurrency", concurrency))
                .query(Long.class)
                .single();
        return known >= concurrency && free(store, concurrency).isEmpty();
    }

    /**
     * Takes a session for a call that belongs to no order, if one is free.
     *
     * @param concurrency how many the store may have at once
     * @param longest after this time it is free by itself, should nobody give it back
     */
    @Transactional
    public X3Session take(String store, int concurrency, Duration longest) {
        long nobodys = -ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);
        return taken(new X3Session(store, nobodys, clock.now().toEpochMilli() + longest.toMillis(), 0), concurrency);
    }

    private X3Session taken(X3Session wanted, int concurrency) {
        List<Integer> free = free(wanted.store(), concurrency);
        if (free.isEmpty() && add(wanted.store(), concurrency) > 0) {
            free = free(wanted.store(), concurrency);
        }
        OptionalInt number = free.stream()
                .mapToInt(Integer::intValue)
                .filter(each -> isTaken(wanted, each))
                .findFirst();
        return wanted.numbered(number.orElse(0));
    }

    /**
     * How many of its sessions a store has taken at this moment, in all replicas.
     *
     * @param concurrency how many the store may have at once
     */
    @Transactional(readOnly = true)
    public long taken(String store, int concurrency) {
        return jdbc.sql("SELECT count(*) FROM x3_session WHERE store = :store AND number <= :concurrency AND NOT "
                        + IS_FREE)
                .param("store", store)
                .param("concurrency", concurrency)
                .param("now", now())
                .param("millis", clock.now().toEpochMilli())
                .query(Long.class)
                .single();
    }

    /** Gives a session back; one that another claim has taken since stays that one's. */
    @Transactional
    public void giveBack(X3Session session) {
        jdbc.sql("""
                        UPDATE x3_session SET order_id = NULL, fence = NULL
                        WHERE store = :store AND number = :number AND order_id = :order AND fence = :fence""")
                .param("store", session.store())
                .param("number", session.number())
                .param("order", session.order())
                .param("fence", session.fence())
                .update();
    }

    private List<Integer> free(String store, int concurrency) {
        return jdbc.sql("SELECT number FROM x3_session WHERE store = :store AND number <= :concurrency AND " + IS_FREE)
                .params(Map.of(
                        "store",
                        store,
                        "concurrency",
                        concurrency,
                        "now",
                        now(),
                        "millis",
                        clock.now().toEpochMilli()))
                .query(Integer.class)
                .list();
    }

    /** Takes one, unless it is being taken at this moment or was taken since it was seen to be free. */
    private boolean isTaken(X3Session wanted, int number) {
        return lock(wanted.store(), number)
                && jdbc.sql("""
                        UPDATE x3_session SET order_id = :order, fence = :fence
                        WHERE store = :store AND number = :number AND\s""" + IS_FREE)
                                .param("order", wanted.order())
                                .param("fence", wanted.fence())
                                .param("store", wanted.store())
                                .param("number", number)
                                .param("now", now())
                                .param("millis", clock.now().toEpochMilli())
                                .update()
                        > 0;
    }

    /** By itself, since H2 would lock all that a query looks at; its holder is looked at afterwards, by a new snapshot. */
    private boolean lock(String store, int number) {
        return jdbc.sql("""
                        SELECT number FROM x3_session WHERE store = :store AND number = :number
                        FOR UPDATE SKIP LOCKED""")
                .params(Map.of("store", store, "number", number))
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Adds the sessions that a store may have and has no rows for yet. */
    private int add(String store, int concurrency) {
        return IntStream.rangeClosed(1, concurrency)
                .map(number -> jdbc.sql(
                                "INSERT INTO x3_session (store, number) VALUES (:store, :number) ON CONFLICT DO NOTHING")
                        .params(Map.of("store", store, "number", number))
                        .update())
                .sum();
    }

    private Object now() {
        return clock.now().atOffset(ZoneOffset.UTC);
    }
}
