package io.ledgerbridge.privacy;

import io.ledgerbridge.database.DatabaseClock;
import io.ledgerbridge.database.TimedLocks;
import io.ledgerbridge.queue.DueOrders;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Erases the personal data of orders, some a turn, one in a transaction: a process that ends in the middle leaves an order
 * as it was or erased. An order that is being posted waits for its turn after that.
 */
@Component
public class Erasures {

    /** So many at a turn, so that webhooks have the database most of the time. */
    static final int AT_ONCE = 200;

    /** After an erasure a person may need what comes in later, as X3's refusal of a refund; as long as the law gives. */
    private static final Duration LATER = Duration.ofDays(30);

    private static final Duration LATER_IS_LOOKED_FOR = Duration.ofHours(1);

    private final ErasureRows rows;
    private final JdbcClient jdbc;
    private final ErasedOrder erased;
    private final LaterWords later;
    private final DueOrders orders;
    private final TimedLocks locks;
    private final DatabaseClock clock;

    /** Where the last turn ended, so that orders which have to wait don't keep those behind them waiting, too. */
    private @Nullable Due last;

    Erasures(
            ErasureRows rows,
            JdbcClient jdbc,
            ErasedOrder erased,
            LaterWords later,
            DueOrders orders,
            TimedLocks locks,
            DatabaseClock clock) {
        this.rows = rows;
        this.jdbc = jdbc;
        this.erased = erased;
        this.later = later;
        this.orders = orders;
        this.locks = locks;
        this.clock = clock;
    }

    /** Of these orders of a store, those of which nothing is known. */
    @Transactional(readOnly = true)
    public List<Long> unknown(String store, List<Long> these) {
        return these.stream().filter(order -> !orders.isKnown(store, order)).toList();
    }

    /** Has orders erased, which a turn does soon. Those that were erased before are erased again. */
    @Transactional
    public void ask(String store, List<Long> these, String by) {
        these.stream().distinct().sorted().forEach(order -> rows.ask(store, order, by));
    }

    /** How far those of a store have come. */
    @Transactional(readOnly = true)
    public ErasureProgress progress(String store) {
        return ErasureProgress.of(jdbc, orders, store);
    }

    /** Of these orders of a store, what came of those that were asked for. */
    @Transactional(readOnly = true)
    public List<OrderErasure> of(String store, List<Long> these) {
        return OrderErasure.of(jdbc, orders, store, these);
    }

    /** Erases some of those that wait; one that fails keeps no other from it. */
    public synchronized void turn() {
        if (locks.take("erase-later", LATER_IS_LOOKED_FOR)) {
            later.askAgain(clock.now().minus(LATER));
        }
        RuntimeException failure = null;
        List<Due> some = rows.due(last, AT_ONCE);
        for (Due order : some) {
            try {
                erased.erase(order);
            } catch (RuntimeException failed) {
                failure = failure == null ? failed : failure;
            }
        }
        last = some.size() < AT_ONCE ? null : some.get(some.size() - 1);
        if (failure != null) {
            throw failure;
        }
    }
}
