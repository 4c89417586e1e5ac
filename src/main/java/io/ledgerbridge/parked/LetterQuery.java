package io.ledgerbridge.parked;

import io.ledgerbridge.queue.figures.NotInLedger;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The parked orders, or the events that can't be read, of one store or of all.
 *
 * @param which tables and conditions
 * @param values of the conditions' parameters
 */
record LetterQuery(
        JdbcClient jdbc,
        String columns,
        String which,
        String ordering,
        Map<String, Object> values,
        RowMapper<Parked> row) {

    private static final String KEPT = "SELECT coalesce(sum(orders), 0) FROM parked_totals WHERE 1 = 1";

    /** The same, by an index of those alone, and on H2 by the primary key: it takes no other index then. */
    private static final String NUMBERS = "SELECT order_id FROM due_order WHERE standing = 'parked'";

    private static final String ORDERS = " FROM due_order WHERE outcome = 'parked' AND due_at IS NULL";

    /** A delivery has no scope that can be read, and its body may be large; a row of a list has its words there. */
    private static final String EVENT_COLUMNS = """
            SELECT id, store, body_sha256, received_at, CASE WHEN scope LIKE 'list of %' THEN body END AS words""";

    private static final String EVENTS = " FROM event WHERE disposition = 'unreadable'";

    /** @param store null for every store; so with the reason */
    static LetterQuery orders(JdbcClient jdbc, @Nullable String store, @Nullable String reason) {
        Map<String, Object> values = new HashMap<>();
        String which = ORDERS + condition(values, "store", store) + condition(values, "reason", reason);
        return new LetterQuery(
                jdbc, "SELECT *", which, " ORDER BY outcome, settled_at, store, order_id", values, Parked::ofOrder);
    }

    /** Those of a group. */
    static LetterQuery group(JdbcClient jdbc, ParkedGroup group) {
        LetterQuery parked = orders(jdbc, group.store(), group.reason());
        Map<String, Object> values = new HashMap<>(parked.values());
        values.put("parkedBy", group.parkedBy().atOffset(ZoneOffset.UTC));
        String which = parked.which() + " AND settled_at <= :parkedBy";
        if (group.selected() != null) {
            values.put("selected", group.selected().isEmpty() ? List.of(0L) : group.selected());
            which += " AND order_id IN (:selected)";
        }
        return new LetterQuery(jdbc, parked.columns(), which, parked.ordering(), values, parked.row());
    }

    static LetterQuery events(JdbcClient jdbc, @Nullable String store) {
        Map<String, Object> values = new HashMap<>();
        String which = EVENTS + condition(values, "store", store);
        return new LetterQuery(jdbc, EVENT_COLUMNS, which, " ORDER BY id", values, Parked::ofEvent);
    }

    String numbers() {
        return NUMBERS + which.substring(ORDERS.length())
                + " AND order_id > :after ORDER BY store, order_id LIMIT :most";
    }

    private static String condition(Map<String, Object> values, String column, @Nullable String value) {
        if (value == null) {
            return "";
        }
        values.put(column, value);
        return " AND %s = :%s".formatted(column, column);
    }

    long count() {
        return jdbc.sql("SELECT count(*)" + which)
                .params(values)
                .query(Long.class)
                .single();
    }

    /** Of all parked orders of a store or reason: the database keeps their number. */
    long kept() {
        String which = values.keySet().stream()
                .map(column -> " AND %s = :%s".formatted(column, column))
                .collect(Collectors.joining());
        return jdbc.sql(KEPT + which).params(values).query(Long.class).single();
    }

    /** By how much orders are not in the ledger, or too much, by currency, as far as they have been read. */
    Map<String, BigDecimal> notInLedger() {
        Map<String, BigDecimal> amounts = new TreeMap<>();
        jdbc.sql("SELECT currency, sum(" + NotInLedger.OF_ONE + ") AS amount" + which
                        + " AND currency IS NOT NULL AND total IS NOT NULL GROUP BY currency")
                .params(values)
                .query(rows -> {
                    amounts.put(rows.getString("currency"), plain(rows.getBigDecimal("amount")));
                });
        return amounts;
    }

    private static BigDecimal plain(BigDecimal amount) {
        return new BigDecimal(amount.stripTrailingZeros().toPlainString());
    }

    List<Parked> some(int most, long offset) {
        return jdbc.sql(columns + which + ordering + " LIMIT :limit OFFSET :offset")
                .params(values)
                .param("limit", most)
                .param("offset", offset)
                .query(row)
                .list();
    }

    /** Events, from the one that comes after this. */
    List<Parked> eventsAfter(long event, int most) {
        return jdbc.sql(columns + which + " AND id > :after" + ordering + " LIMIT :most")
                .params(values)
                .param("after", event)
                .param("most", most)
                .query(row)
                .list();
    }

    /** The ids of a store's orders, from the one that comes after this. */
    List<Long> idsAfter(long order, int most) {
        return jdbc.sql(numbers())
                .params(values)
                .param("after", order)
                .param("most", most)
                .query(Long.class)
                .list();
    }
}
