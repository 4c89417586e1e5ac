package io.ledgerbridge.books.audit;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A link that was looked for by its step.
 *
 * @param id by which links of the same instant are told apart
 */
public record FoundStep(long id, String store, long order, AuditLink link) {

    static FoundStep of(ResultSet row, int index) throws SQLException {
        return new FoundStep(
                row.getLong("id"), row.getString("store"), row.getLong("order_id"), AuditLink.of(row, index));
    }
}
