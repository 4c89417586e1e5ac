package io.ledgerbridge.orders;

import io.ledgerbridge.queue.OrderFlags;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads orders as lists show them.
 *
 * @param now by which waiting is told from posting
 */
record OrderRows(Instant now) {

    /** Temporary, where one of its entries is; final where all are. */
    private static final String X3_STATUS = "CASE WHEN entries > 0 THEN"
            + " CASE (SELECT min(CASE j.x3_status WHEN 'temporary' THEN 0 WHEN 'final' THEN 2 ELSE 1 END) FROM journal j"
            + " WHERE j.store = due_order.store AND j.order_id = due_order.order_id AND j.state = 'posted')"
            + " WHEN 0 THEN 'temporary' WHEN 2 THEN 'final' END END";

    static final String COLUMNS =
            "SELECT store, order_id, channel, listed_on, accounting_date, status, currency, total,"
                    + " refunded, in_ledger, entries, x3_number, standing, lease_holder, due_at, reason, detail, flags, assigned_to, attempts,"
                    + " changed_at, " + ofItsSetAside("x3_number") + " AS by_hand, " + ofItsSetAside("set_by")
                    + " AS set_aside_by, " + X3_STATUS + " AS x3_status FROM due_order";

    private static String ofItsSetAside(String column) {
        return "CASE WHEN standing = 'set-aside' THEN (SELECT s." + column + " FROM set_aside s"
                + " WHERE s.store = due_order.store AND s.order_id = due_order.order_id AND s.refund_id = 0) END";
    }

    /** The standings whose words aren't those of a failure. */
    private static final Set<String> SAYING_WHY = Set.of("ignored", "held");

    OrderRow row(ResultSet row, int index) throws SQLException {
        Timestamp due = row.getTimestamp("due_at");
        String state = state(row.getString("standing"), row.getString("lease_holder"), due);
        return new OrderRow(
                row.getString("store"),
                row.getLong("order_id"),
                row.getString("channel"),
                row.getObject("listed_on", LocalDate.class),
                row.getObject("accounting_date", LocalDate.class),
                row.getObject("status", Integer.class),
                row.getString("currency"),
                row.getBigDecimal("total"),
                row.getBigDecimal("refunded"),
                row.getBigDecimal("in_ledger"),
                row.getInt("entries"),
                row.getString("x3_number"),
                row.getString("x3_status"),
                state,
                state.equals("parked") ? row.getString("reason") : null,
                SAYING_WHY.contains(state) ? row.getString("detail") : null,
                row.getString("by_hand"),
                row.getString("set_aside_by"),
                OrderFlags.of(row.getString("flags")),
                row.getString("assigned_to"),
                row.getInt("attempts"),
                due != null && state.equals("waiting") ? due.toInstant() : null,
                row.getTimestamp("changed_at").toInstant());
    }

    private String state(String standing, @Nullable String holder, @Nullable Timestamp due) {
        if (!standing.equals(OrderState.ON_THE_WAY.label())) {
            return standing;
        }
        boolean isHeld = holder != null && due != null && due.toInstant().isAfter(now);
        return isHeld ? OrderState.POSTING.label() : OrderState.WAITING.label();
    }
}
