package io.ledgerbridge.books.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One link of an order's audit chain.
 *
 * @param link 1, 2, 3 …
 * @param step what was done
 * @param reference of the journal concerned, where one is
 * @param detail JSON
 * @param previousHash of the link before; 64 zeros for the first
 */
public record AuditLink(
        int link,
        Instant at,
        String step,
        @Nullable String reference,
        String detail,
        String previousHash,
        String hash) {

    static AuditLink of(ResultSet row, int index) throws SQLException {
        return new AuditLink(
                row.getInt("link"),
                row.getTimestamp("at").toInstant(),
                row.getString("step"),
                row.getString("reference"),
                row.getString("detail"),
                row.getString("previous_hash"),
                row.getString("hash"));
    }
}
