package io.ledgerbridge.retention;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Removes the backfills that are old and finished, the oldest first, each with the list of its orders. */
final class OldBackfills {

    /** Of the orders that are due there are few; H2 looks for no null in an index, but for what is earlier than ever. */
    static final String FINISHED = """
            SELECT b.id FROM backfill b
             WHERE b.listed AND b.asked_at < :before AND NOT EXISTS (
                SELECT 1 FROM due_order d
                 WHERE d.store = b.store AND d.due_at < TIMESTAMP WITH TIME ZONE '9999-01-01 00:00:00+00' AND EXISTS (
                    SELECT 1 FROM backfill_order o WHERE o.backfill_id = b.id AND o.order_id = d.order_id))
             ORDER BY b.id LIMIT 1""";

    static final String ORDERS =
            "SELECT order_id FROM backfill_order WHERE backfill_id = :id ORDER BY backfill_id, order_id LIMIT :most";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    OldBackfills(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Removes orders of the oldest, and itself when there are none left: how many rows. */
    int remove(OffsetDateTime before, int most) {
        return jdbc.sql(FINISHED)
                .param("before", before)
                .query(Long.class)
                .optional()
                .map(id -> remove(id, most))
                .orElse(0);
    }

    private int remove(long backfill, int most) {
        int removed = removeOrders(backfill, most);
        return removed == most
                ? removed
                : removed
                        + jdbc.sql("DELETE FROM backfill WHERE id = :id")
                                .param("id", backfill)
                                .update();
    }

    private int removeOrders(long backfill, int most) {
        List<Object[]> orders =
                jdbc.sql(ORDERS).param("id", backfill).param("most", most).query(Long.class).list().stream()
                        .map(order -> new Object[] {backfill, order})
                        .toList();
        return Arrays.stream(batches.batchUpdate(
                        "DELETE FROM backfill_order WHERE backfill_id = ? AND order_id = ?", orders))
                .sum();
    }
}
