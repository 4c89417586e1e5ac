package io.ledgerbridge.books;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of {@code books_behind}: one a store, which stays when a person has confirmed it. */
record BooksBehindRows(JdbcClient jdbc) {

    List<BooksBehind> all() {
        return jdbc.sql("SELECT * FROM books_behind WHERE confirmed_at IS NULL ORDER BY store")
                .query(BooksBehindRows::behind)
                .list();
    }

    /** Counts one more entry; false where the store's books aren't behind. */
    boolean count(String store) {
        return jdbc.sql("UPDATE books_behind SET entries = entries + 1 WHERE store = :store AND confirmed_at IS NULL")
                        .param("store", store)
                        .update()
                > 0;
    }

    /** From now on a store's books are behind; false where they were, as another worker may have seen first. */
    boolean open(Journal journal, @Nullable String x3Number, Instant now) {
        return write("""
                UPDATE books_behind SET since = :now, order_id = :order, reference = :reference, x3_number = :number,
                    entries = 1, confirmed_at = NULL, confirmed_by = NULL, why = NULL
                WHERE store = :store AND confirmed_at IS NOT NULL""", journal, x3Number, now) > 0 || write("""
                INSERT INTO books_behind (store, since, order_id, reference, x3_number, entries)
                VALUES (:store, :now, :order, :reference, :number, 1) ON CONFLICT DO NOTHING""", journal, x3Number, now) > 0;
    }

    /** A person says that they have caught up; the order's row is locked first, as the audit trail wants it. */
    void confirm(BooksBehind behind, String user, String why, Instant now) {
        jdbc.sql("SELECT fence FROM due_order WHERE store = :store AND order_id = :order FOR UPDATE")
                .param("store", behind.store())
                .param("order", behind.order())
                .query(Long.class)
                .optional();
        jdbc.sql("""
                        UPDATE books_behind SET confirmed_at = :now, confirmed_by = :user, why = :why
                        WHERE store = :store""")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("user", user)
                .param("why", why)
                .param("store", behind.store())
                .update();
    }

    private int write(String sql, Journal journal, @Nullable String x3Number, Instant now) {
        return jdbc.sql(sql)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("order", journal.order())
                .param("reference", journal.reference())
                .param("number", x3Number)
                .param("store", journal.store())
                .update();
    }

    private static BooksBehind behind(ResultSet row, int index) throws SQLException {
        return new BooksBehind(
                row.getString("store"),
                row.getTimestamp("since").toInstant(),
                row.getLong("order_id"),
                row.getString("reference"),
                row.getString("x3_number"),
                row.getInt("entries"));
    }
}
