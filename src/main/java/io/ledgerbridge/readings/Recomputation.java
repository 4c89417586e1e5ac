package io.ledgerbridge.readings;

import io.ledgerbridge.faults.FailureWords;
import io.ledgerbridge.readings.RecomputationRows.OrderOfBooks;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Plans every journal of the books again, on a thread of its own, the orders of a page in memory at a time. */
@Component
public class Recomputation {

    private static final Logger LOG = LoggerFactory.getLogger(Recomputation.class);

    private static final int ORDERS_AT_ONCE = 100;

    private final RecomputedOrders orders;
    private final RecomputationRows rows;
    private final Executor thread;

    Recomputation(
            RecomputedOrders orders,
            RecomputationRows rows,
            @Qualifier("recomputationThread") Executor recomputationThread) {
        this.orders = orders;
        this.rows = rows;
        this.thread = recomputationThread;
    }

    /** How far the last run has come; nothing where there was none. */
    public Optional<RecomputationStatus> last() {
        return rows.last();
    }

    /** Begins a run, unless one is under way. */
    public void begin() {
        rows.begin().ifPresent(run -> thread.execute(() -> run(run)));
    }

    private void run(long run) {
        RecomputationStatus status = RecomputationStatus.begun(Instant.EPOCH);
        RulesOfThen rules = orders.rules();
        try {
            List<OrderOfBooks> page = rows.after(OrderOfBooks.BEFORE_ALL, ORDERS_AT_ONCE);
            while (!page.isEmpty() && !Thread.currentThread().isInterrupted()) {
                for (Map.Entry<String, List<Long>> store : byStore(page).entrySet()) {
                    status = status.with(orders.of(store.getKey(), store.getValue(), rules));
                }
                if (!rows.note(run, RecomputationStatus.RUNNING, status)) {
                    return;
                }
                page = rows.after(page.get(page.size() - 1), ORDERS_AT_ONCE);
            }
            rows.note(run, page.isEmpty() ? RecomputationStatus.DONE : RecomputationStatus.FAILED, status);
        } catch (RuntimeException failed) {
            LOG.warn(
                    "Planning all journals again failed after {}: {}",
                    status.checked(),
                    FailureWords.of(failed),
                    failed);
            rows.note(run, RecomputationStatus.FAILED, status);
        }
    }

    private static Map<String, List<Long>> byStore(List<OrderOfBooks> page) {
        return page.stream()
                .collect(Collectors.groupingBy(
                        OrderOfBooks::store,
                        TreeMap::new,
                        Collectors.mapping(OrderOfBooks::order, Collectors.toList())));
    }
}
