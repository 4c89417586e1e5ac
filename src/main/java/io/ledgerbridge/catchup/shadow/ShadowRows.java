package io.ledgerbridge.catchup.shadow;

import io.ledgerbridge.catchup.BackfillDays;
import io.ledgerbridge.catchup.BackfillPage;
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

/** The rows of {@code shadow_run}, and the orders that its list names. */
final class ShadowRows {

    /** So many runs are listed at once; those that were asked for later wait. */
    private static final int MOST_AT_ONCE = 100;

    private static final String HAS_LEFT =
            "(NOT listed OR EXISTS (SELECT 1 FROM shadow_order o WHERE o.run_id = :id AND o.try_at IS NOT NULL))";

    private final JdbcClient jdbc;

    ShadowRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A run of which nothing is listed yet: its number. */
    long insert(String store, BackfillDays days, ZoneId zone, Instant now) {
        KeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                        INSERT INTO shadow_run (store, first_day, last_day, created_from, created_to, last_order, listed,
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

    Optional<String> store(long id) {
        return jdbc.sql("SELECT store FROM shadow_run WHERE id = :id")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    /** What is decided about it: {@code ended} where nothing is left, empty where it goes on. */
    String state(long id) {
        return jdbc.sql("""
                        SELECT CASE WHEN held = 'stopped' THEN held WHEN %s THEN coalesce(held, '') ELSE 'ended' END
                          FROM shadow_run WHERE id = :id""".formatted(HAS_LEFT))
                .param("id", id)
                .query(String.class)
                .single();
    }

    int pause(long id) {
        return hold("UPDATE shadow_run SET held = 'paused' WHERE id = :id AND held IS NULL AND " + HAS_LEFT, id);
    }

    int resume(long id) {
        return hold("UPDATE shadow_run SET held = NULL WHERE id = :id AND held = 'paused' AND " + HAS_LEFT, id);
    }

    int stop(long id) {
        return hold(
                "UPDATE shadow_run SET held = 'stopped' WHERE id = :id AND coalesce(held, '') <> 'stopped' AND "
                        + HAS_LEFT,
                id);
    }

    private int hold(String sql, long id) {
        return jdbc.sql(sql).param("id", id).update();
    }

    /** The next page of each run that isn't listed to its end, or held. */
    List<BackfillPage> unlisted() {
        return jdbc.sql("""
                        SELECT id, store, created_from, created_to, last_order FROM shadow_run
                         WHERE NOT listed AND held IS NULL ORDER BY id LIMIT :most""").param("most", MOST_AT_ONCE).query(BackfillPage::of).list();
    }

    /** Whether a page was the next; another process may have read it. */
    boolean moveOn(BackfillPage page, long last, boolean end, int unnamed) {
        int moved = jdbc.sql("""
                        UPDATE shadow_run SET last_order = :last, listed = :end, unnamed = unnamed + :unnamed
                         WHERE id = :id AND last_order = :before AND NOT listed AND held IS NULL""")
                .param("last", last)
                .param("end", end)
                .param("unnamed", unnamed)
                .param("id", page.id())
                .param("before", page.lastOrder())
                .update();
        return moved == 1;
    }

    /** One more order, to be compared from now on. */
    void add(BackfillPage page, long order, Instant now) {
        jdbc.sql("""
                        INSERT INTO shadow_order (run_id, order_id, try_at) VALUES (:id, :order, :now)
                        ON CONFLICT DO NOTHING""")
                .param("id", page.id())
                .param("order", order)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
