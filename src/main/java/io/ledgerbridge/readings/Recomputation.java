package io.ledgerbridge.readings;

import io.ledgerbridge.database.BackgroundRun;
import io.ledgerbridge.database.RunState;
import io.ledgerbridge.faults.FailureWords;
import io.ledgerbridge.readings.RecomputationRows.OrderOfBooks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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

    private static final int ORDERS_AT_ONCE = 50;

    private final RecomputedOrders orders;
    private final RecomputationRows rows;
    private final BackgroundRun runs;

    Recomputation(
            RecomputedOrders orders,
            RecomputationRows rows,
            @Qualifier("recomputationThread") Executor recomputationThread) {
        this.orders = orders;
        this.rows = rows;
        this.runs = new BackgroundRun(recomputationThread, rows::begin, this::run);
    }

    /** How far the last run has come; nothing where there was none. */
    public Optional<RecomputationStatus> last() {
        return rows.last();
    }

    /**
     * The journals that come out otherwise in the last run, as far as it is, by store and order.
     *
     * @param page from 0
     */
    public List<RecomputationStatus.Found> found(int page, int size) {
        return rows.found(page, size);
    }

    /** Begins a run, unless one is under way. */
    public void begin() {
        runs.begin();
    }

    /**
     * Likewise, and waits for its end.
     *
     * @return false where it didn't end in that time
     */
    public boolean begin(Duration patience) throws InterruptedException {
        return runs.begin(patience);
    }

    /** Whatever a run dies of, its row says so. */
    private void run(long run) {
        RecomputationStatus status = RecomputationStatus.begun(Instant.EPOCH);
        try {
            RulesOfThen rules = orders.rules();
            List<OrderOfBooks> page = rows.after(OrderOfBooks.BEFORE_ALL, ORDERS_AT_ONCE);
            while (!page.isEmpty() && !Thread.currentThread().isInterrupted()) {
                List<RecomputedJournal> journals = of(page, rules);
                status = status.with(journals);
                if (!rows.note(run, RunState.RUNNING, status, different(journals))) {
                    return;
                }
                page = rows.after(page.get(page.size() - 1), ORDERS_AT_ONCE);
            }
            rows.note(run, page.isEmpty() ? RunState.DONE : RunState.FAILED, status, List.of());
        } catch (RuntimeException | Error failed) {
            LOG.warn(
                    "Planning all journals again failed after {}: {}",
                    status.checked(),
                    FailureWords.of(failed),
                    failed);
            rows.note(run, RunState.FAILED, status, List.of());
        }
    }

    private List<RecomputedJournal> of(List<OrderOfBooks> page, RulesOfThen rules) {
        Map<String, List<Long>> byStore = page.stream()
                .collect(Collectors.groupingBy(
                        OrderOfBooks::store,
                        TreeMap::new,
                        Collectors.mapping(OrderOfBooks::order, Collectors.toList())));
        List<RecomputedJournal> journals = new ArrayList<>();
        byStore.forEach((store, those) -> journals.addAll(orders.of(store, those, rules)));
        return journals;
    }

    private static List<RecomputedJournal> different(List<RecomputedJournal> journals) {
        return journals.stream()
                .filter(journal -> journal.is(Recomputed.Outcome.DIFFERENT))
                .toList();
    }
}
