package io.ledgerbridge.books.audit;

import java.sql.ResultSet;
import java.sql.SQLException;

/** A link with its place among those of all chains. */
public record AuditLinkAt(AuditPosition place, AuditLink link) {

    static AuditLinkAt of(ResultSet row, int index) throws SQLException {
        AuditPosition place = new AuditPosition(row.getString("store"), row.getLong("order_id"), row.getInt("link"));
        return new AuditLinkAt(place, AuditLink.of(row, index));
    }
}
