package io.ledgerbridge.catchup;

import java.sql.Date;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;

/** The rows of {@code backfill} and {@code backfill_order}. */
final class BackfillRows {

    /** H2 would read all orders of the store if it were to look for no null. */
    static final String DUE = """
            SELECT count(*) FROM (SELECT 1 FROM due_order
                WHERE store = :store AND due_at < TIMESTAMP WITH TIME ZONE '9999-01-01 00:00:00+00' LIMIT :most) AS due""";

    /** So many backfills are listed at once; those that were asked for later wait. */
    private static final int MOST_AT_ONCE = 100;

    /** A store with so many orders due gets no more of a backfill: new orders wait behind all that are due. */
    private static final int MOST_DUE = 1000;

    private final JdbcClient jdbc;

    BackfillRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A backfill of which nothing is listed yet: its number. */
    long insert(String store, BackfillDays days, ZoneId zone, Instant now) {
        KeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                        INSERT INTO backfill (store, first_day, last_day, created_from, created_to, last_order, listed,
                            asked_at)
                        VALUES (:store, :first, :last, :from, :to, 0, FALSE, :now)""")
                .param("store", store)
                .param("first", Date.valueOf(days.first()))
                .param("last", Date.valueOf(days.last()))
                .param("from", days.from(zone).atOffset(ZoneOffset.UTC))
                .param("to", days.to(zone).atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update(key, "id");
        return Objects.requireNonNull(key.getKey()).longValue();
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

    Optional<String> store(long id) {
        return jdbc.sql("SELECT store FROM backfill WHERE id = :id")
                .param("id", id)
                .query(String.class)
                .optional();
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

    /** The next page of each backfill that isn't listed to its end, or held. */
    List<BackfillPage> unlisted() {
        return jdbc.sql("""
                        SELECT id, store, created_from, created_to, last_order FROM backfill
                        WHERE NOT listed AND held IS NULL ORDER BY id LIMIT :most""").param("most", MOST_AT_ONCE).query(BackfillPage::of).list();
    }

    /** Whether a page was the next; another process may have read it. */
    boolean moveOn(BackfillPage page, long last, boolean end) {
        int moved = jdbc.sql("""
                        UPDATE backfill SET last_order = :last, listed = :end
                        WHERE id = :id AND last_order = :before AND NOT listed AND held IS NULL""")
                .param("last", last)
                .param("end", end)
                .param("id", page.id())
                .param("before", page.lastOrder())
                .update();
        return moved == 1;
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
