package io.ledgerbridge.catchup;

import io.ledgerbridge.faults.Fault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

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

    static BackfillPage of(ResultSet row, int index) throws SQLException {
        return new BackfillPage(
                row.getLong("id"),
                row.getString("store"),
                row.getTimestamp("created_from").toInstant(),
                row.getTimestamp("created_to").toInstant(),
                row.getLong("last_order"),
                LIMIT);
    }

    /**
     * Where the next page goes on.
     *
     * @param listed the ids of this page, in their order
     * @throws Fault where they are of those that were there before
     */
    long lastOf(List<Long> listed) {
        long last = listed.isEmpty() ? lastOrder : listed.get(listed.size() - 1);
        if (!listed.isEmpty() && last <= lastOrder) {
            throw Fault.passing("BigCommerce: a page of orders repeats the one before", null);
        }
        return last;
    }

    /** Of fewer orders: the page may have been too large, or too slow. */
    BackfillPage smaller() {
        return new BackfillPage(id, store, createdFrom, createdTo, lastOrder, SMALL);
    }

    /** What it is, for the log. */
    public String task() {
        return "backfill " + id;
    }

    public String resource() {
        return "v2/orders?min_date_created=%s&max_date_created=%s&min_id=%d&sort=id:asc&limit=%d"
                .formatted(createdFrom, createdTo, lastOrder + 1, limit);
    }
}
