package io.ledgerbridge.books.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A link of an order's chain with what was said in it.
 *
 * @param words JSON; null where there are none, or they were erased
 */
public record SaidLink(long order, AuditLink link, @Nullable String words) {

    static SaidLink of(ResultSet row, int index) throws SQLException {
        return new SaidLink(row.getLong("order_id"), AuditLink.of(row, index), row.getString("words"));
    }
}
