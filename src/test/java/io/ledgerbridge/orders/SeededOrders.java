package io.ledgerbridge.orders;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes rows of {@code due_order} whose columns a test sets one by one. */
public final class SeededOrders {

    private final JdbcClient jdbc;
    private final Map<String, Object> values = new HashMap<>();

    private SeededOrders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A posted one of a day, with a total that is in the ledger. */
    public static SeededOrders posted(JdbcClient jdbc, String store, long order, String day, String total) {
        return new SeededOrders(jdbc)
                .with("store", "'" + store + "'")
                .with("order_id", order)
                .with("marks", 1)
                .with("outcome", "'posted'")
                .with("channel", "'1'")
                .with("listed_on", "DATE '" + day + "'")
                .with("currency", "'USD'")
                .with("total", total)
                .with("refunded", 0)
                .with("in_ledger", total)
                .with("entries", 1)
                .with("settled_at", "TIMESTAMP WITH TIME ZONE '2026-11-05 10:00:00+00'");
    }

    /**
     * Sets a column.
     *
     * @param sql null leaves it out
     */
    public SeededOrders with(String column, @Nullable Object sql) {
        if (sql == null) {
            values.remove(column);
        } else {
            values.put(column, sql);
        }
        return this;
    }

    public SeededOrders unread() {
        return with("total", null).with("refunded", null).with("currency", null).with("in_ledger", 0);
    }

    /** As one that waits for a worker, or is with one. */
    public SeededOrders due(String at, @Nullable String holder) {
        return with("due_at", "TIMESTAMP WITH TIME ZONE '" + at + "'")
                .with("lease_holder", holder == null ? null : "'" + holder + "'");
    }

    public void insert() {
        StringBuilder columns = new StringBuilder();
        StringBuilder row = new StringBuilder();
        values.forEach((column, sql) -> {
            columns.append(columns.isEmpty() ? "" : ", ").append(column);
            row.append(row.isEmpty() ? "" : ", ").append(sql);
        });
        jdbc.sql("INSERT INTO due_order (%s) VALUES (%s)".formatted(columns, row))
                .update();
    }

    static void journal(JdbcClient jdbc, String store, long order, String reference, @Nullable String x3Number) {
        jdbc.sql("""
                        INSERT INTO journal (store, folder, order_id, kind, channel, reference, generation, state,
                            entry_type, journal_code, site, accounting_date, currency, description, x3_number, created_at)
                        VALUES (:store, 'x3|SEED', :order, 'order', '1', :reference, 1, 'posted', 'ODGEN', 'SAL', 'FR011',
                            DATE '2026-11-05', 'USD', 'An order', :number, CURRENT_TIMESTAMP)""")
                .param("store", store)
                .param("order", order)
                .param("reference", reference)
                .param("number", x3Number)
                .update();
    }
}
