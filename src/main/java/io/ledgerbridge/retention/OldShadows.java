package io.ledgerbridge.retention;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Removes the shadow runs that are old and come no further, the oldest first, each with its orders and its sums. */
final class OldShadows {

    /** Runs are few: they are read in the order of their numbers. */
    static final String FINISHED = """
            SELECT r.id FROM shadow_run r
             WHERE r.asked_at < :before AND (r.held IS NOT NULL OR r.listed AND NOT EXISTS (
                SELECT 1 FROM shadow_order o WHERE o.run_id = r.id AND o.try_at IS NOT NULL))
             ORDER BY r.id LIMIT 1""";

    static final String ORDERS =
            "SELECT order_id FROM shadow_order WHERE run_id = :id ORDER BY run_id, order_id LIMIT :most";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    OldShadows(JdbcClient jdbc, JdbcTemplate batches) {
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

    private int remove(long run, int most) {
        int removed = removeOrders(run, most);
        return removed == most
                ? removed
                : removed
                        + delete("DELETE FROM shadow_account WHERE run_id = :id", run)
                        + delete("DELETE FROM shadow_run WHERE id = :id", run);
    }

    private int delete(String sql, long run) {
        return jdbc.sql(sql).param("id", run).update();
    }

    private int removeOrders(long run, int most) {
        List<Object[]> orders = jdbc.sql(ORDERS).param("id", run).param("most", most).query(Long.class).list().stream()
                .map(order -> new Object[] {run, order})
                .toList();
        return Arrays.stream(batches.batchUpdate("DELETE FROM shadow_order WHERE run_id = ? AND order_id = ?", orders))
                .sum();
    }
}
