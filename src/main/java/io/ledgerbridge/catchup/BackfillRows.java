package io.ledgerbridge.catchup;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of {@code backfill} and {@code backfill_order}. */
final class BackfillRows {

    /** H2 would read all orders of the store if it were to look for no null. */
    static final String DUE = """
            SELECT count(*) FROM (SELECT 1 FROM due_order
                WHERE store = :store AND due_at < TIMESTAMP WITH TIME ZONE '9999-01-01 00:00:00+00' LIMIT :most) AS due""";

    /** A store with so many orders due gets no more of a backfill: new orders wait behind all that are due. */
    private static final int MOST_DUE = 1000;

    private final JdbcClient jdbc;

    BackfillRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<BackfillProgress> progress(long id) {
        return jdbc.sql("""
                        SELECT b.listed, b.held, count(o.order_id) AS found,
                               count(CASE WHEN d.due_at IS NULL AND d.outcome <> 'parked' THEN 1 END) AS done,
                               count(CASE WHEN d.due_at IS NULL AND d.outcome = 'parked' THEN 1 END) AS parked
                          FROM backfill b
                          LEFT JOIN backfill_order o ON o.backfill_id = b.id
                          LEFT JOIN due_order d ON d.store = b.store AND d.order_id = o.order_id
                         WHERE b.id = :id
                         GROUP BY b.listed, b.held""").param("id", id).query(BackfillProgress::of).optional();
    }

    /** What is decided about it: empty where nothing is, and it isn't listed to its end. */
    String state(long id) {
        return jdbc.sql("""
                        SELECT CASE WHEN listed AND (held IS NULL OR held <> 'stopped') THEN 'listed' ELSE coalesce(held, '') END
                          FROM backfill WHERE id = :id""").param("id", id).query(String.class).single();
    }

    int pause(long id) {
        return hold("UPDATE backfill SET held = 'paused' WHERE id = :id AND NOT listed AND held IS NULL", id);
    }

    int resume(long id) {
        return hold("UPDATE backfill SET held = NULL WHERE id = :id AND NOT listed AND held = 'paused'", id);
    }

    int stop(long id) {
        return hold("UPDATE backfill SET held = 'stopped', listed = TRUE WHERE id = :id AND NOT listed", id);
    }

    private int hold(String sql, long id) {
        return jdbc.sql(sql).param("id", id).update();
    }

    void add(BackfillPage page, long order) {
        jdbc.sql("INSERT INTO backfill_order (backfill_id, order_id) VALUES (:id, :order) ON CONFLICT DO NOTHING")
                .param("id", page.id())
                .param("order", order)
                .update();
    }

    boolean hasRoom(String store) {
        return jdbc.sql(DUE)
                        .param("store", store)
                        .param("most", MOST_DUE)
                        .query(Long.class)
                        .single()
                < MOST_DUE;
    }
}
