package io.ledgerbridge.retention;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Removes rows that are old, some in a transaction: each method says how many it removed. The oldest are looked for in the
 * order of an index, and each is then changed by its primary key: H2 reads a whole table for a {@code DELETE} whose
 * {@code IN (SELECT …)} isn't on the first column of a key, and sorts all that is old where the order isn't the index's.
 */
@Repository
class OldRows {

    static final String DELIVERIES =
            "SELECT message_id FROM delivery WHERE created_at < :before ORDER BY created_at LIMIT :most";

    /** The events of which nobody needs more than what the row says: a work that read them has come to an end. */
    static final String BODIES = """
            SELECT e.id FROM event e
             WHERE e.whole = TRUE AND e.received_at < :before AND (e.disposition = 'ignored' OR EXISTS (
                SELECT 1 FROM due_order d
                 WHERE d.store = e.store AND d.order_id = e.order_id
                   AND (d.settled_up_to >= e.id OR d.due_at IS NULL AND d.outcome IN ('posted', 'ignored'))))
             ORDER BY e.whole, e.received_at, e.id LIMIT :most""";

    /** Of the orders that are due there are few; H2 looks for no null in an index, but for what is earlier than ever. */
    static final String FINISHED_BACKFILL = """
            SELECT b.id FROM backfill b
             WHERE b.listed AND b.asked_at < :before AND NOT EXISTS (
                SELECT 1 FROM due_order d
                 WHERE d.store = b.store AND d.due_at < TIMESTAMP WITH TIME ZONE '9999-01-01 00:00:00+00' AND EXISTS (
                    SELECT 1 FROM backfill_order o WHERE o.backfill_id = b.id AND o.order_id = d.order_id))
             ORDER BY b.id LIMIT 1""";

    static final String BACKFILL_ORDERS =
            "SELECT order_id FROM backfill_order WHERE backfill_id = :id ORDER BY backfill_id, order_id LIMIT :most";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    OldRows(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    @Transactional
    public int deliveries(Instant before, int most) {
        return each(
                "DELETE FROM delivery WHERE processor_name = 'webhooks' AND message_id = ?", DELIVERIES, before, most);
    }

    /** The bodies and headers alone; those that no work has settled stay, and so do those of unreadable events. */
    @Transactional
    public int bodies(Instant before, int most) {
        return each("UPDATE event SET body = NULL, headers = NULL, whole = FALSE WHERE id = ?", BODIES, before, most);
    }

    /** Of the oldest backfill that is finished: its orders, and itself when there are none left. */
    @Transactional
    public int backfills(Instant before, int most) {
        Optional<Long> backfill = jdbc.sql(FINISHED_BACKFILL)
                .param("before", utc(before))
                .query(Long.class)
                .optional();
        return backfill.map(id -> ordersOf(id, most)).orElse(0);
    }

    private int ordersOf(long backfill, int most) {
        List<Object[]> orders =
                jdbc.sql(BACKFILL_ORDERS).param("id", backfill).param("most", most).query(Long.class).list().stream()
                        .map(order -> new Object[] {backfill, order})
                        .toList();
        int removed = each("DELETE FROM backfill_order WHERE backfill_id = ? AND order_id = ?", orders);
        return removed == most
                ? removed
                : removed
                        + jdbc.sql("DELETE FROM backfill WHERE id = :id")
                                .param("id", backfill)
                                .update();
    }

    /** Those whose time is over, answered or not. */
    @Transactional
    public int pairings(Instant before, int most) {
        return each(
                "DELETE FROM x3_pairing WHERE state_sha256 = ?",
                "SELECT state_sha256 FROM x3_pairing WHERE ends_at < :before ORDER BY ends_at LIMIT :most",
                before,
                most);
    }

    /** Those that nobody has waited for since, as of a store that is set up no more; there are two a store at the most. */
    @Transactional
    public int connections(Instant before, int most) {
        return jdbc.sql("DELETE FROM connection_trouble WHERE wait_until < :before")
                .param("before", utc(before))
                .update();
    }

    /** @param keys what selects the primary keys of the rows to change */
    private int each(String change, String keys, Instant before, int most) {
        return each(
                change,
                jdbc.sql(keys)
                        .param("before", utc(before))
                        .param("most", most)
                        .query((row, index) -> new Object[] {row.getObject(1)})
                        .list());
    }

    private int each(String change, List<Object[]> keys) {
        return Arrays.stream(batches.batchUpdate(change, keys)).sum();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
