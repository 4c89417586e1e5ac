package io.ledgerbridge.retention;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Removes rows that are old, at most {@value #AT_ONCE} in a transaction: each method says how many it removed. */
@Repository
class OldRows {

    static final int AT_ONCE = 100;

    private static final String SETTLED = """
            (e.disposition = 'ignored' OR EXISTS (
                SELECT 1 FROM due_order d
                 WHERE d.store = e.store AND d.order_id = e.order_id AND d.due_at IS NULL
                   AND d.outcome IN ('posted', 'ignored')))""";

    private final JdbcClient jdbc;

    OldRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional
    public int deliveries(Instant before) {
        return changed("""
                DELETE FROM delivery WHERE processor_name = 'webhooks' AND message_id IN (
                    SELECT message_id FROM delivery WHERE created_at < :before ORDER BY created_at LIMIT :most)""", before);
    }

    /** The bodies and headers alone; those of an order that waits or is parked stay, and so do those of unreadable ones. */
    @Transactional
    public int bodies(Instant before) {
        return changed("""
                UPDATE event SET body = NULL, headers = NULL, whole = FALSE WHERE id IN (
                    SELECT e.id FROM event e WHERE e.whole = TRUE AND e.received_at < :before AND %s
                     ORDER BY e.received_at, e.id LIMIT :most)""".formatted(SETTLED), before);
    }

    /** Of the oldest backfill that is finished: its orders, and itself when there are none left. */
    @Transactional
    public int backfills(Instant before) {
        Optional<Long> backfill =
                jdbc.sql("""
                        SELECT b.id FROM backfill b
                         WHERE b.listed AND b.asked_at < :before AND NOT EXISTS (
                            SELECT 1 FROM backfill_order o
                              JOIN due_order d ON d.store = b.store AND d.order_id = o.order_id
                             WHERE o.backfill_id = b.id AND d.due_at IS NOT NULL)
                         ORDER BY b.id LIMIT 1""").param("before", utc(before)).query(Long.class).optional();
        return backfill.map(this::ordersOf).orElse(0);
    }

    private int ordersOf(long backfill) {
        int orders = jdbc.sql("""
                        DELETE FROM backfill_order WHERE backfill_id = :id AND order_id IN (
                            SELECT order_id FROM backfill_order WHERE backfill_id = :id ORDER BY order_id LIMIT :most)""").param("id", backfill).param("most", AT_ONCE).update();
        return orders == AT_ONCE
                ? orders
                : orders
                        + jdbc.sql("DELETE FROM backfill WHERE id = :id")
                                .param("id", backfill)
                                .update();
    }

    /** Those whose time is over, answered or not. */
    @Transactional
    public int pairings(Instant before) {
        return changed("""
                DELETE FROM x3_pairing WHERE state_sha256 IN (
                    SELECT state_sha256 FROM x3_pairing WHERE ends_at < :before ORDER BY ends_at LIMIT :most)""", before);
    }

    /** Those that nobody has waited for since, as of a store that is set up no more; there are two a store at the most. */
    @Transactional
    public int connections(Instant before) {
        return jdbc.sql("DELETE FROM connection_trouble WHERE wait_until < :before")
                .param("before", utc(before))
                .update();
    }

    private int changed(String sql, Instant before) {
        return jdbc.sql(sql).param("before", utc(before)).param("most", AT_ONCE).update();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
