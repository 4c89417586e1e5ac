package io.ledgerbridge.retention;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Removes the runs over the orders of past days that are old and come no further, the oldest first, each with its orders. */
final class OldRuns {

    /**
     * What they are.
     *
     * @param finished finds the oldest
     * @param orders finds some of its orders
     * @param order removes one of them
     * @param rest removes what is left, in this order
     */
    record Kind(String finished, String orders, String order, List<String> rest) {}

    /** Of the orders that are due there are few; H2 looks for no null in an index, but for what is earlier than ever. */
    static final Kind BACKFILLS = new Kind(
            """
                    SELECT b.id FROM backfill b
                     WHERE b.listed AND b.asked_at < :before AND NOT EXISTS (
                        SELECT 1 FROM due_order d
                         WHERE d.store = b.store AND d.due_at < TIMESTAMP WITH TIME ZONE '9999-01-01 00:00:00+00' AND EXISTS (
                            SELECT 1 FROM backfill_order o WHERE o.backfill_id = b.id AND o.order_id = d.order_id))
                     ORDER BY b.id LIMIT 1""",
            "SELECT order_id FROM backfill_order WHERE backfill_id = :id ORDER BY backfill_id, order_id LIMIT :most",
            "DELETE FROM backfill_order WHERE backfill_id = ? AND order_id = ?",
            List.of("DELETE FROM backfill WHERE id = :id"));

    /** They are few: they are read in the order of their numbers. */
    static final Kind SHADOWS = new Kind(
            """
                    SELECT r.id FROM shadow_run r
                     WHERE r.asked_at < :before AND (r.held IS NOT NULL OR r.listed AND NOT EXISTS (
                        SELECT 1 FROM shadow_order o WHERE o.run_id = r.id AND o.try_at IS NOT NULL))
                     ORDER BY r.id LIMIT 1""",
            "SELECT order_id FROM shadow_order WHERE run_id = :id ORDER BY run_id, order_id LIMIT :most",
            "DELETE FROM shadow_order WHERE run_id = ? AND order_id = ?",
            List.of("DELETE FROM shadow_account WHERE run_id = :id", "DELETE FROM shadow_run WHERE id = :id"));

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Kind kind;

    OldRuns(JdbcClient jdbc, JdbcTemplate batches, Kind kind) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.kind = kind;
    }

    /** Removes orders of the oldest, and itself when there are none left: how many rows. */
    int remove(OffsetDateTime before, int most) {
        return jdbc.sql(kind.finished())
                .param("before", before)
                .query(Long.class)
                .optional()
                .map(id -> remove(id, most))
                .orElse(0);
    }

    private int remove(long run, int most) {
        int removed = removeOrders(run, most);
        return removed == most
                ? removed
                : removed
                        + kind.rest().stream()
                                .mapToInt(sql -> jdbc.sql(sql).param("id", run).update())
                                .sum();
    }

    private int removeOrders(long run, int most) {
        List<Object[]> orders =
                jdbc.sql(kind.orders()).param("id", run).param("most", most).query(Long.class).list().stream()
                        .map(order -> new Object[] {run, order})
                        .toList();
        return Arrays.stream(batches.batchUpdate(kind.order(), orders)).sum();
    }
}
