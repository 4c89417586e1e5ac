package io.ledgerbridge.work;

import io.ledgerbridge.database.DatabaseClock;
import io.ledgerbridge.faults.LeaseLost;
import jakarta.annotation.PreDestroy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.WeakHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The queue of orders that are due. A row stays when its work is done, so that its fencing number only ever grows.
 *
 * <p>{@code due_at} is when the order may next be claimed: while it is claimed, that is when the lease ends.
 */
@Component
public class DueOrders {

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

    /**
     * By the primary key alone, and when it is due is looked at afterwards: H2 would otherwise take the index of the due
     * orders, where a process that was killed may have left an order that is due no longer.
     */
    static final String LOCK = """
            SELECT order_id, due_at, fence, marks, attempts, failing_since, detail, unfinished, unfinished_since, claimed_at,
                unfinished > 0 AND (unfinished >= :alone OR lease_holder IS NOT NULL) AS alone
            FROM due_order
            WHERE store = :store AND order_id = :order FOR UPDATE SKIP LOCKED""";

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final DrainSettings drain;
    private final DatabaseClock clock;
    private final String holder = UUID.randomUUID().toString();

    /** Whose count is taken off already; they are weak, since nothing is asked of a claim that nobody has any more. */
    private final Set<Claim> uncounted = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    private volatile boolean stopped;

    DueOrders(JdbcClient jdbc, TransactionTemplate transactions, DrainSettings drain, DatabaseClock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.drain = drain;
        this.clock = clock;
    }

    /**
     * Marks an order due now; one that is due already keeps its place. A mark on an order that is being worked makes it
     * due again when that work ends.
     */
    @Transactional
    public void mark(String store, long order) {
        if (touch(store, order) == 0 && insert(store, order) == 0) {
            touch(store, order);
        }
    }

    /**
     * Marks an order due for a backfill, unless a person has dismissed it: from now on it makes entries even if it is older
     * than its store's start.
     */
    @Transactional
    public void ask(String store, long order) {
        markUnlessDismissed(store, order);
        jdbc.sql("UPDATE due_order SET asked = TRUE WHERE store = :store AND order_id = :order")
                .param("store", store)
                .param("order", order)
                .update();
    }

    /** Marks an order due now, unless it is known and its last reading began at an instant or later. */
    @Transactional
    public void markUnlessReadSince(String store, long order, Instant instant) {
        if (touchIfReadBefore(store, order, instant) == 0) {
            insert(store, order);
        }
    }

    /** Marks an order due now, unless a person has dismissed it. */
    @Transactional
    public void markUnlessDismissed(String store, long order) {
        if (touch(store, order, "reason IS NULL OR reason <> 'dismissed'", Map.of()) == 0) {
            insert(store, order);
        }
    }

    /**
     * Makes an order due for look-ups in Sage X3 alone, unless it is due or being worked anyhow. Whatever marks it
     * meanwhile has it worked as ever.
     *
     * @return false where it is parked as poison, of which nothing is worked
     */
    @Transactional
    public boolean look(String store, long order) {
        int idle = jdbc.sql("""
                        UPDATE due_order SET looking = TRUE, due_at = :now
                        WHERE store = :store AND order_id = :order AND due_at IS NULL
                            AND (reason IS NULL OR reason <> 'poison')""")
                .param("now", clock.now().atOffset(ZoneOffset.UTC))
                .param("store", store)
                .param("order", order)
                .update();
        if (idle == 0) {
            touch(store, order, "lease_holder IS NOT NULL", Map.of());
        }
        return idle > 0 || isDue(store, order);
    }

    private boolean isDue(String store, long order) {
        return jdbc.sql(
                                "SELECT count(*) FROM due_order WHERE store = :store AND order_id = :order AND due_at IS NOT NULL")
                        .param("store", store)
                        .param("order", order)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Marks an order due if it is parked. */
    @Transactional
    public boolean markParked(String store, long order) {
        return touch(store, order, "outcome = 'parked' AND due_at IS NULL", Map.of()) > 0;
    }

    /** Marks an order due if its last reading began before an instant. */
    @Transactional
    public void markIfReadBefore(String store, long order, Instant instant) {
        touchIfReadBefore(store, order, instant);
    }

    /**
     * Claims orders of one store that are due, the longest due first. Orders that other workers are claiming at this
     * moment are passed over.
     *
     * <p>Each is locked by itself: H2, asked to order and to lock in one statement, locks every order that is due.
     *
     * @param most how many at the most
     */
    @Transactional
    public List<Claim> claim(String store, int most) {
        Instant now = clock.now();
        List<Claim> claims = new ArrayList<>();
        for (long order : due(store, now, most * LOOK_AHEAD)) {
            if (claims.size() < most) {
                lock(store, order, now)
                        .filter(locked -> !locked.alone())
                        .map(Unfinished::claim)
                        .ifPresent(claims::add);
            }
        }
        claims.forEach(claim -> take(claim, now));
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

    /**
     * An order, and what is known of processes that left it in the middle of its work.
     *
     * @param times how often one did, since its work last ended
     * @param alone whether it is to be worked alone
     * @param since when the first of those works was begun; null where it was never left
     * @param last when the last one was
     */
    record Unfinished(
            Claim claim,
            int times,
            boolean alone,
            @Nullable Instant since,
            @Nullable Instant last) {}

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
    Optional<Unfinished> claimUnfinished(Set<String> stores) {
        Instant now = clock.now();
        Optional<Unfinished> claimed = unfinished(
                        "SELECT store, order_id " + NEXT_ALONE
                                + " ORDER BY unfinished, due_at, store, order_id LIMIT 20",
                        stores,
                        now)
                .query((row, index) -> Map.entry(row.getString("store"), row.getLong("order_id")))
                .list()
                .stream()
                .map(order -> lock(order.getKey(), order.getValue(), now))
                .flatMap(Optional::stream)
                .filter(Unfinished::alone)
                .findFirst();
        claimed.ifPresent(unfinished -> take(unfinished.claim(), now));
        return claimed;
    }

    private JdbcClient.StatementSpec unfinished(String sql, Set<String> stores, Instant now) {
        return jdbc.sql(sql)
                .param("stores", stores)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("alone", aloneFrom());
    }

    /** A person wants an order to be worked however often a process ended in the middle of it. */
    @Transactional
    public void forgive(String store, long order) {
        jdbc.sql("""
                        UPDATE due_order SET unfinished = 0, unfinished_since = NULL
                        WHERE store = :store AND order_id = :order AND lease_holder IS NULL AND unfinished > 0""").param("store", store).param("order", order).update();
    }

    /** This process has given a claim back itself; that holds from the transaction's commit on. */
    void givenBack(Claim claim) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                uncounted.add(claim);
            }
        });
    }

    /**
     * A claim was lost, and this process lives: its work did not end it, whoever has the order now. One that was given
     * back counts no more; what is counted now is another's claim, which may end that process yet.
     */
    void outlived(Claim claim) {
        if (!stopped && uncounted.add(claim)) {
            takeOff(claim);
        }
    }

    private void takeOff(Claim claim) {
        update("""
                UPDATE due_order SET unfinished = unfinished - 1,
                    lease_holder = CASE WHEN fence = :fence THEN NULL ELSE lease_holder END
                WHERE store = :store AND order_id = :order AND unfinished > 0
                    AND (fence > :fence OR (fence = :fence AND lease_holder = :holder AND due_at <= :now))""", Map.of("store", claim.store(), "order", claim.order(), "fence", claim.number()));
    }

    private int claim(List<Claim> claims, String store, int most) {
        List<Claim> own = most > 0 ? claim(store, most) : List.of();
        claims.addAll(own);
        return own.size();
    }

    /**
     * Gives back every claim that this process still has, such as when it stops: whoever is next picks them up at once.
     * Work that goes on all the same can write no more. A work that has taken longer than a lease may be why the process
     * is stopped, so it stays counted.
     */
    @PreDestroy
    public void giveBackAll() {
        stopped = true;
        update("""
                UPDATE due_order SET lease_holder = NULL, due_at = :now,
                    unfinished = CASE WHEN unfinished > 0 AND (looking OR claimed_at > :lately)
                        THEN unfinished - 1 ELSE unfinished END
                WHERE lease_holder = :holder""", Map.of("lately", clock.now().minus(drain.lease()).atOffset(ZoneOffset.UTC)));
    }

    /**
     * Makes sure that a claim still holds, and renews its lease from now on.
     *
     * @throws LeaseLost where its lease has ended, even if no other worker has the order yet
     */
    public void hold(Claim claim) {
        Instant until = clock.now().plus(drain.lease());
        int held = update(
                """
                UPDATE due_order SET due_at = :until
                WHERE store = :store AND order_id = :order AND fence = :fence AND lease_holder = :holder
                    AND due_at > :now""",
                Map.of(
                        "until", until.atOffset(ZoneOffset.UTC),
                        "store", claim.store(),
                        "order", claim.order(),
                        "fence", claim.number()));
        if (held == 0) {
            throw LeaseLost.of(claim);
        }
    }

    /** Neither a claim nor the container's end comes through the proxy that would begin a transaction. */
    private int update(String sql, Map<String, ?> values) {
        return Objects.requireNonNull(transactions.execute(running -> jdbc.sql(sql)
                .params(values)
                .param("now", clock.now().atOffset(ZoneOffset.UTC))
                .param("holder", holder)
                .update()));
    }

    /** Each once, though an H2 whose process was killed may have an order twice in its index. */
    private List<Long> due(String store, Instant now, int most) {
        return jdbc
                .sql(NEXT_DUE)
                .param("store", store)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .param("alone", aloneFrom())
                .query(Long.class)
                .list()
                .stream()
                .distinct()
                .toList();
    }

    private Optional<Unfinished> lock(String store, long order, Instant now) {
        return jdbc.sql(LOCK)
                .param("alone", aloneFrom())
                .param("store", store)
                .param("order", order)
                .query((row, index) ->
                        isDue(row, now) ? Optional.of(lockedOf(store, row)) : Optional.<Unfinished>empty())
                .optional()
                .flatMap(Function.identity());
    }

    /** One end more, and it parks: only its own may be counted. */
    private int aloneFrom() {
        return drain.poisonAfter() - 1;
    }

    private static boolean isDue(ResultSet row, Instant now) throws SQLException {
        Timestamp dueAt = row.getTimestamp("due_at");
        return dueAt != null && !dueAt.toInstant().isAfter(now);
    }

    private void take(Claim claim, Instant now) {
        jdbc.sql("""
                        UPDATE due_order SET lease_holder = :holder, fence = :fence, due_at = :until,
                            claimed_at = CASE WHEN looking THEN claimed_at ELSE :now END,
                            unfinished_since = CASE WHEN unfinished = 0 THEN :now ELSE unfinished_since END,
                            unfinished = unfinished + 1
                        WHERE store = :store AND order_id = :order""")
                .param("holder", holder)
                .param("fence", claim.number())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("until", now.plus(drain.lease()).atOffset(ZoneOffset.UTC))
                .param("store", claim.store())
                .param("order", claim.order())
                .update();
    }

    private Unfinished lockedOf(String store, ResultSet row) throws SQLException {
        return new Unfinished(
                claimOf(store, row),
                row.getInt("unfinished"),
                row.getBoolean("alone"),
                instant(row, "unfinished_since"),
                instant(row, "claimed_at"));
    }

    private Claim claimOf(String store, ResultSet row) throws SQLException {
        return new Claim(
                this,
                store,
                row.getLong("order_id"),
                row.getLong("fence") + 1,
                row.getLong("marks"),
                row.getInt("attempts"),
                instant(row, "failing_since"),
                row.getInt("attempts") == 0 ? null : row.getString("detail"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private int touch(String store, long order) {
        return touch(store, order, "TRUE", Map.of());
    }

    private int touchIfReadBefore(String store, long order, Instant instant) {
        return touch(
                store,
                order,
                "claimed_at IS NULL OR claimed_at < :before",
                Map.of("before", instant.atOffset(ZoneOffset.UTC)));
    }

    private int touch(String store, long order, String condition, Map<String, ?> values) {
        return jdbc.sql("""
                        UPDATE due_order SET marks = marks + 1, looking = FALSE,
                            due_at = CASE WHEN due_at <= :now OR lease_holder IS NOT NULL THEN due_at ELSE :now END
                        WHERE store = :store AND order_id = :order AND (%s)""".formatted(condition))
                .params(values)
                .param("now", clock.now().atOffset(ZoneOffset.UTC))
                .param("store", store)
                .param("order", order)
                .update();
    }

    private int insert(String store, long order) {
        return jdbc.sql("""
                        INSERT INTO due_order (store, order_id, due_at, marks) VALUES (:store, :order, :now, 1)
                        ON CONFLICT DO NOTHING""")
                .param("store", store)
                .param("order", order)
                .param("now", clock.now().atOffset(ZoneOffset.UTC))
                .update();
    }
}
