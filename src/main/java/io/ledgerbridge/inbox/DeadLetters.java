package io.ledgerbridge.inbox;

import io.ledgerbridge.books.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The orders that are parked, and the events that can't be read. An order that was marked due again is parked no more,
 * until its work ends the same way.
 */
@Component
public class DeadLetters {

    private static final String ALL = """
            SELECT store, order_id, CAST(NULL AS BIGINT) AS event_id, channel, reason, detail, remedy,
                   settled_at AS parked_at
              FROM due_order
             WHERE outcome = 'parked' AND due_at IS NULL
            UNION ALL
            SELECT store, NULL, id, NULL, '%s', 'SHA-256 of the body: ' || body_sha256,
                   'See its body in the table event. The order is found by its other events, or replay it.',
                   received_at
              FROM event
             WHERE disposition = 'unreadable'""".formatted(Parked.UNREADABLE);

    private final JdbcClient jdbc;
    private final Clock clock;

    DeadLetters(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One page, the longest parked first.
     *
     * @param store null for every store
     * @param reason null for every reason
     * @param page from 0
     */
    @Transactional(readOnly = true)
    public ParkedPage page(@Nullable String store, @Nullable String reason, int page, int size) {
        Map<String, Object> values = new HashMap<>();
        String which = " FROM (" + ALL + ") parked WHERE 1 = 1"
                + condition(values, "store", store)
                + condition(values, "reason", reason);
        long total = jdbc.sql("SELECT count(*)" + which)
                .params(values)
                .query(Long.class)
                .single();
        List<Parked> items = jdbc.sql("SELECT *" + which
                        + " ORDER BY parked_at, store, order_id, event_id LIMIT :limit OFFSET :offset")
                .params(values)
                .param("limit", size)
                .param("offset", (long) page * size)
                .query(DeadLetters::parked)
                .list();
        return new ParkedPage(items, total);
    }

    /** What a store's orders are parked for. */
    @Transactional(readOnly = true)
    public List<String> reasons(String store) {
        return jdbc.sql("""
                        SELECT DISTINCT reason FROM due_order
                         WHERE outcome = 'parked' AND due_at IS NULL AND store = :store
                         ORDER BY reason""").param("store", store).query(String.class).list();
    }

    /** The next parked orders of a store, by their ids. */
    List<Long> orders(String store, @Nullable String reason, long after, int most) {
        Map<String, Object> values = new HashMap<>();
        String condition = condition(values, "reason", reason);
        return jdbc.sql("""
                        SELECT order_id FROM due_order
                         WHERE outcome = 'parked' AND due_at IS NULL AND store = :store AND order_id > :after%s
                         ORDER BY order_id LIMIT :most""".formatted(condition))
                .params(values)
                .param("store", store)
                .param("after", after)
                .param("most", most)
                .query(Long.class)
                .list();
    }

    /** Takes an order from the parked ones, and locks it; false where it is none of them. */
    boolean ignore(String store, long order, String why) {
        int ignored = jdbc.sql("""
                        UPDATE due_order
                           SET outcome = 'ignored', reason = 'dismissed', detail = :why, remedy = NULL, settled_at = :now
                         WHERE store = :store AND order_id = :order AND outcome = 'parked' AND due_at IS NULL""")
                .param("why", Words.kept(why))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("store", store)
                .param("order", order)
                .update();
        return ignored == 1;
    }

    private static String condition(Map<String, Object> values, String column, @Nullable String value) {
        if (value == null) {
            return "";
        }
        values.put(column, value);
        return " AND %s = :%s".formatted(column, column);
    }

    private static Parked parked(ResultSet row, int index) throws SQLException {
        return new Parked(
                row.getString("store"),
                row.getObject("order_id", Long.class),
                row.getObject("event_id", Long.class),
                row.getString("channel"),
                row.getString("reason"),
                row.getString("detail"),
                row.getString("remedy"),
                row.getTimestamp("parked_at").toInstant());
    }
}
