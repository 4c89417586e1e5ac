package io.ledgerbridge.catchup.shadow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order of a run that is compared.
 *
 * @param entries how many would be posted
 * @param reason a code, where it would park or could not be read
 * @param detail why, in words
 */
public record ShadowedOrder(
        long order,
        String outcome,
        int entries,
        @Nullable String reason,
        @Nullable String detail,
        Instant comparedAt) {

    static ShadowedOrder of(ResultSet row, int index) throws SQLException {
        return new ShadowedOrder(
                row.getLong("order_id"),
                row.getString("outcome"),
                row.getInt("entries"),
                row.getString("reason"),
                row.getString("detail"),
                row.getTimestamp("compared_at").toInstant());
    }
}
