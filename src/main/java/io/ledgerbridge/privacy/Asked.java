package io.ledgerbridge.privacy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Who asked last, and when. */
record Asked(String by, Instant at) {

    static Asked of(ResultSet row, int index) throws SQLException {
        return new Asked(
                row.getString("asked_by"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant());
    }
}
