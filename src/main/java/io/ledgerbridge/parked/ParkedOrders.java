package io.ledgerbridge.parked;

import io.ledgerbridge.queue.figures.NotInLedger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The parked orders by their causes, and those of a cause, by money and age. Only the rows of parked orders are read. */
@Component
public class ParkedOrders {

    private static final String CAUSES = """
            SELECT store, reason, min(%s) AS since,
                   count(assigned_to) AS assigned, min(assigned_to) AS first_name, max(assigned_to) AS last_name,
                   %s
              FROM due_order""".formatted(ParkedOrder.SINCE, NotInLedger.COLUMNS);

    static final String ORDERS = "SELECT due_order.*, " + NotInLedger.OF_ONE + " AS amount, " + ParkedOrder.SINCE
            + " AS since FROM due_order";

    private final JdbcClient jdbc;

    ParkedOrders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By store and reason, those that come to most first. */
    @Transactional(readOnly = true)
    public List<ParkedCause> causes(ParkedFilter filter) {
        Map<List<String>, ParkedCause> causes = new LinkedHashMap<>();
        jdbc.sql(CAUSES + filter.where() + " GROUP BY store, reason, currency ORDER BY currency NULLS LAST")
                .params(filter.values())
                .query(ParkedOrders::cause)
                .list()
                .forEach(cause -> causes.merge(List.of(cause.store(), cause.reason()), cause, ParkedCause::plus));
        return causes.values().stream().sorted(ParkedCause.BY_MONEY_AND_AGE).toList();
    }

    /**
     * The next of them, those that come to most first.
     *
     * @param last the last before them; null for the first
     */
    @Transactional(readOnly = true)
    public List<ParkedOrder> after(ParkedFilter filter, @Nullable ParkedCursor last, int most) {
        if (last == null) {
            return some(filter, "", Map.of(), most);
        }
        List<ParkedOrder> found = new ArrayList<>(some(filter, last.condition(), last.values(), most));
        if (last.amount() != null && found.size() < most) {
            found.addAll(some(filter, " AND " + ParkedCursor.NOT_READ, Map.of(), most - found.size()));
        }
        return found;
    }

    private List<ParkedOrder> some(ParkedFilter filter, String place, Map<String, Object> values, int most) {
        return jdbc.sql(page(filter, place))
                .params(filter.values())
                .params(values)
                .param("most", most)
                .query(ParkedOrders::order)
                .list();
    }

    /**
     * The next of a group, by their numbers.
     *
     * @param last the number of the last before them; 0 for the first
     */
    @Transactional(readOnly = true)
    public List<ParkedOrder> after(ParkedGroup group, long last, int most) {
        LetterQuery some = LetterQuery.group(jdbc, group);
        return jdbc.sql("SELECT due_order.*, " + NotInLedger.OF_ONE + " AS amount, " + ParkedOrder.SINCE + " AS since"
                        + some.which() + " AND order_id > :after ORDER BY order_id LIMIT :most")
                .params(some.values())
                .param("after", last)
                .param("most", most)
                .query(ParkedOrders::order)
                .list();
    }

    /** How many of a group there are. */
    @Transactional(readOnly = true)
    public long count(ParkedGroup group) {
        return LetterQuery.group(jdbc, group).count();
    }

    /** Why those of a group are parked, and how many for each reason, the most first. */
    @Transactional(readOnly = true)
    public Map<String, Long> reasons(ParkedGroup group) {
        LetterQuery some = LetterQuery.group(jdbc, group);
        Map<String, Long> reasons = new LinkedHashMap<>();
        jdbc.sql("SELECT reason, count(*) AS orders" + some.which() + " GROUP BY reason ORDER BY orders DESC, reason")
                .params(some.values())
                .query(row -> {
                    reasons.put(row.getString("reason"), row.getLong("orders"));
                });
        return reasons;
    }

    static String page(ParkedFilter filter, String place) {
        return ORDERS + filter.where() + place + ParkedCursor.ORDERING + " LIMIT :most";
    }

    /** How many they are. */
    @Transactional(readOnly = true)
    public long count(ParkedFilter filter) {
        return jdbc.sql("SELECT count(*) FROM due_order" + filter.where())
                .params(filter.values())
                .query(Long.class)
                .single();
    }

    private static ParkedCause cause(ResultSet row, int index) throws SQLException {
        String first = row.getString("first_name");
        return new ParkedCause(
                row.getString("store"),
                row.getString("reason"),
                row.getLong("orders"),
                row.getTimestamp("since").toInstant(),
                row.getLong("assigned"),
                first != null && first.equals(row.getString("last_name")) ? first : null,
                List.of(NotInLedger.of(row)));
    }

    static ParkedOrder order(ResultSet row, int index) throws SQLException {
        return new ParkedOrder(
                Parked.ofOrder(row, index),
                row.getString("currency"),
                row.getBigDecimal("amount"),
                row.getTimestamp("since").toInstant(),
                row.getInt("attempts"));
    }
}
