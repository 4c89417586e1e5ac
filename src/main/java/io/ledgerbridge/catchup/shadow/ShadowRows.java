package io.ledgerbridge.catchup.shadow;

import io.ledgerbridge.catchup.BackfillPage;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of {@code shadow_run}, and the orders that its list names. */
final class ShadowRows {

    private static final String HAS_LEFT =
            "(NOT listed OR EXISTS (SELECT 1 FROM shadow_order o WHERE o.run_id = :id AND o.try_at IS NOT NULL))";

    private final JdbcClient jdbc;

    ShadowRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
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

    boolean isUnderWay(long id) {
        return !Set.of("stopped", "ended").contains(state(id));
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

    /** So many more rows of the list name no order. */
    void addUnnamed(BackfillPage page, int unnamed) {
        jdbc.sql("UPDATE shadow_run SET unnamed = unnamed + :unnamed WHERE id = :id")
                .param("unnamed", unnamed)
                .param("id", page.id())
                .update();
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
