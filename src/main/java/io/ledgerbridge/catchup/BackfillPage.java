package io.ledgerbridge.catchup;

import io.ledgerbridge.bigcommerce.lists.ListPage;
import io.ledgerbridge.faults.Fault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/**
 * The next page of a backfill's list. Orders are read in the order of their ids, each page from the last id on.
 *
 * @param createdFrom the range's first second
 * @param createdTo its last second
 * @param lastOrder the last id of the page before, 0 for none
 * @param limit orders a page
 */
public record BackfillPage(long id, String store, Instant createdFrom, Instant createdTo, long lastOrder, int limit) {

    private static final int LIMIT = 250;
    private static final int SMALL = 10;
    private static final String TASK = "backfill ";

    /** From a row of a table that keeps how far a list was read. */
    public static BackfillPage of(ResultSet row, int index) throws SQLException {
        return new BackfillPage(
                row.getLong("id"),
                row.getString("store"),
                row.getTimestamp("created_from").toInstant(),
                row.getTimestamp("created_to").toInstant(),
                row.getLong("last_order"),
                LIMIT);
    }

    /** A page of no backfill that is kept. */
    static BackfillPage first(String store, Instant from, Instant to, long after) {
        return new BackfillPage(0, store, from, to, after, LIMIT);
    }

    /**
     * Where the next page goes on.
     *
     * @throws Fault where its orders are of those that were there before
     */
    public long lastOf(ListPage listed) {
        if (!listed.orders().isEmpty() && listed.lastRow() <= lastOrder) {
            throw Fault.passing("BigCommerce: a page of orders repeats the one before", null);
        }
        return Math.max(lastOrder, listed.lastRow());
    }

    /** Of fewer orders: the page may have been too large, or too slow. */
    public BackfillPage smaller() {
        return new BackfillPage(id, store, createdFrom, createdTo, lastOrder, SMALL);
    }

    /** What it is, for the log. */
    public String task() {
        return TASK + id;
    }

    /** Whether a task's name is one of a backfill's. */
    static boolean isTask(String name) {
        return name.startsWith(TASK);
    }

    public String resource() {
        return "v2/orders?min_date_created=%s&max_date_created=%s&min_id=%d&sort=id:asc&limit=%d"
                .formatted(createdFrom, createdTo, lastOrder + 1, limit);
    }
}
