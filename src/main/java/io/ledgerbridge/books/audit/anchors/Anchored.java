package io.ledgerbridge.books.audit.anchors;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Where a chain ended when an anchor was made.
 *
 * @param position 1, 2, 3 … in the anchor
 * @param link the chain's last
 * @param hash of that link
 */
public record Anchored(int anchor, int position, String store, long order, int link, String hash) {

    public static Anchored of(ResultSet row, int index) throws SQLException {
        return new Anchored(
                row.getInt("anchor"),
                row.getInt("position"),
                row.getString("store"),
                row.getLong("order_id"),
                row.getInt("link"),
                row.getString("hash"));
    }

    /** As an anchor's digest takes it in. */
    public String text() {
        return String.join(" ", Integer.toString(position), store, Long.toString(order), Integer.toString(link), hash);
    }
}
