package io.ledgerbridge.parked;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The orders that are parked, and the events that can't be read. An order that was marked due again is parked no more,
 * until its work ends the same way.
 */
@Component
public class DeadLetters {

    private static final String ORDERS = " FROM due_order WHERE outcome = 'parked' AND due_at IS NULL";
    private static final String EVENTS = " FROM event WHERE disposition = 'unreadable'";

    private final JdbcClient jdbc;

    DeadLetters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One page: the orders, the longest parked first, and behind them the events. Each is read in the order of an index, so
     * that no page takes more than its own rows.
     *
     * @param store null for every store
     * @param reason null for every reason
     * @param page from 0
     */
    @Transactional(readOnly = true)
    public ParkedPage page(@Nullable String store, @Nullable String reason, int page, int size) {
        boolean events = reason == null || reason.equals(Parked.UNREADABLE);
        Map<String, Object> values = new HashMap<>();
        String ofStore = condition(values, "store", store);
        String unreadable = EVENTS + ofStore;
        long letters = events ? count(unreadable, values) : 0;
        String parked = ORDERS + ofStore + condition(values, "reason", reason);
        long orders = count(parked, values);
        long offset = (long) page * size;
        List<Parked> items = new ArrayList<>(some(
                "SELECT *" + parked + " ORDER BY outcome, settled_at, store, order_id",
                values,
                size,
                offset,
                DeadLetters::order));
        if (events && items.size() < size) {
            items.addAll(some(
                    "SELECT id, store, body_sha256, received_at" + unreadable + " ORDER BY id",
                    values,
                    size - items.size(),
                    Math.max(0, offset - orders),
                    DeadLetters::event));
        }
        return new ParkedPage(items, orders + letters);
    }

    private long count(String which, Map<String, Object> values) {
        return jdbc.sql("SELECT count(*)" + which)
                .params(values)
                .query(Long.class)
                .single();
    }

    private List<Parked> some(String sql, Map<String, Object> values, int most, long offset, RowMapper<Parked> row) {
        return jdbc.sql(sql + " LIMIT :limit OFFSET :offset")
                .params(values)
                .param("limit", most)
                .param("offset", offset)
                .query(row)
                .list();
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

    private static String condition(Map<String, Object> values, String column, @Nullable String value) {
        if (value == null) {
            return "";
        }
        values.put(column, value);
        return " AND %s = :%s".formatted(column, column);
    }

    private static Parked order(ResultSet row, int index) throws SQLException {
        return new Parked(
                row.getString("store"),
                row.getLong("order_id"),
                null,
                row.getString("channel"),
                row.getString("reason"),
                row.getString("detail"),
                row.getString("remedy"),
                row.getTimestamp("settled_at").toInstant());
    }

    private static Parked event(ResultSet row, int index) throws SQLException {
        return new Parked(
                row.getString("store"),
                null,
                row.getLong("id"),
                null,
                Parked.UNREADABLE,
                "SHA-256 of the body: " + row.getString("body_sha256"),
                "See its body in the table event. The order is found by its other events, or replay it.",
                row.getTimestamp("received_at").toInstant());
    }
}
