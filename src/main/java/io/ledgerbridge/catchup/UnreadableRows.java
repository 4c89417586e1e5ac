package io.ledgerbridge.catchup;

import io.ledgerbridge.bigcommerce.ShopJson;
import io.ledgerbridge.bigcommerce.lists.UnreadableRow;
import io.ledgerbridge.database.DatabaseClock;
import io.ledgerbridge.faults.Fault;
import io.ledgerbridge.logging.Words;
import io.ledgerbridge.queue.EventRows;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the rows of lists that name no order, each once, however often it is listed: it stands with the parked, for a
 * person to find the order it was about.
 */
@Component
class UnreadableRows {

    private static final Logger LOG = LoggerFactory.getLogger(UnreadableRows.class);

    /** By store and task: what of its page could not be read, the last time. */
    private final Map<String, List<UnreadableRow>> read = new ConcurrentHashMap<>();

    private final EventRows events;
    private final SweepCursors cursors;
    private final Words words;
    private final DatabaseClock clock;

    UnreadableRows(EventRows events, SweepCursors cursors, Words words, DatabaseClock clock) {
        this.events = events;
        this.cursors = cursors;
        this.words = words;
        this.clock = clock;
    }

    /**
     * Whether the rows of a page are as they were when it was read before, or kept already. If not, the page is to be read
     * again: an answer that was garbled on its way hides an order behind each such row.
     *
     * @param task that reads the page
     * @throws Fault where they were others before
     */
    public boolean areTheSameAgain(String store, String task, List<UnreadableRow> rows) {
        String page = store + "/" + task;
        List<UnreadableRow> fresh =
                rows.stream().filter(row -> !isKept(store, row)).toList();
        List<UnreadableRow> before = fresh.isEmpty() ? read.remove(page) : read.put(page, fresh);
        if (before != null && !before.containsAll(fresh)) {
            throw ShopJson.unreadable(
                    "rows of a page differ each time: " + fresh.get(0).detail(), null);
        }
        return fresh.isEmpty() || before != null;
    }

    private boolean isKept(String store, UnreadableRow row) {
        return events.isUnreadable(store, words.kept(row.detail()));
    }

    /** In the transaction that moves on behind their page. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(String store, List<UnreadableRow> rows) {
        if (!rows.isEmpty()) {
            cursors.lock(store);
            rows.forEach(row -> keep(store, row));
        }
    }

    private void keep(String store, UnreadableRow row) {
        String detail = words.kept(row.detail());
        if (events.insertUnreadable(store, row.list(), detail, clock.now())) {
            LOG.warn("Store {}: {} It is listed with the parked", store, detail);
        }
    }
}
