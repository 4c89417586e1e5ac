package io.ledgerbridge.books.lists;

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

/** Orders by the reference of one of their journals, or by X3's number of one. */
@Component
public class OrdersByText {

    /** So many journals are looked at: an order has a few. */
    private static final int MOST_JOURNALS = 2000;

    private static final List<String> COLUMNS = List.of("reference", "x3_number");

    private final JdbcClient jdbc;

    OrdersByText(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An order, and the first of its journals that has the text.
     *
     * @param x3Number null as long as the journal has none
     */
    public record Found(
            String store,
            long order,
            String reference,
            @Nullable String x3Number) {

        static Found of(ResultSet row, int index) throws SQLException {
            return new Found(
                    row.getString("store"),
                    row.getLong("order_id"),
                    row.getString("reference"),
                    row.getString("x3_number"));
        }

        private String key() {
            return store + " " + order;
        }
    }

    /**
     * Each order once. What has all of a text comes alone; what only begins with it is asked for where nothing has.
     *
     * @param stores those whose orders are meant, at least one
     */
    @Transactional(readOnly = true)
    public List<Found> find(String text, List<String> stores, int most) {
        List<Found> whole = find(" = :text", text, stores, most);
        return whole.isEmpty() ? find(" LIKE :text ESCAPE '!'", LineQuery.beginning(text), stores, most) : whole;
    }

    private List<Found> find(String like, String text, List<String> stores, int most) {
        List<Found> journals = new ArrayList<>();
        for (String column : COLUMNS) {
            journals.addAll(journals(column, like, text, stores));
        }
        Map<String, Found> orders = new LinkedHashMap<>();
        journals.forEach(one -> orders.putIfAbsent(one.key(), one));
        return orders.values().stream().limit(most).toList();
    }

    /** A column at a time, in the order of its index. */
    private List<Found> journals(String column, String like, String text, List<String> stores) {
        return jdbc.sql("SELECT store, order_id, reference, x3_number FROM journal WHERE " + column + like
                        + " AND store IN (:stores) AND state <> 'withdrawn' ORDER BY " + column + ", id LIMIT :most")
                .param("text", text)
                .param("stores", stores)
                .param("most", MOST_JOURNALS)
                .query(Found::of)
                .list();
    }
}
