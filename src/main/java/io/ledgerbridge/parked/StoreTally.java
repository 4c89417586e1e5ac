package io.ledgerbridge.parked;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adds up one store's orders from the groups in which the database counts them. */
final class StoreTally {

    private final Map<String, Long> states = new HashMap<>();
    private final Map<String, Long> parked = new HashMap<>();
    private @Nullable Instant oldestDue;
    private long failing;
    private @Nullable Instant failingSince;

    void add(@Nullable String outcome, long orders) {
        states.merge(outcome == null ? "waiting" : outcome, orders, Long::sum);
    }

    /** An order that is due again has the outcome of its last work no longer. */
    void due(ResultSet row) throws SQLException {
        long orders = row.getLong("orders");
        long posting = row.getLong("posting");
        add(row.getString("outcome"), -orders);
        add("posting", posting);
        add("waiting", orders - posting);
        oldestDue = earlier(oldestDue, row.getTimestamp("oldest"));
        failing += row.getLong("failing");
        failingSince = earlier(failingSince, row.getTimestamp("failing_since"));
    }

    void park(ResultSet row) throws SQLException {
        String reason = row.getString("reason");
        parked.merge(reason == null ? "" : reason, row.getLong("orders"), Long::sum);
    }

    /** What changed between two of the queries must not show as a number below zero. */
    StoreCounts counts() {
        states.values().removeIf(orders -> orders <= 0);
        return new StoreCounts(states, parked, oldestDue, failing, failingSince);
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Timestamp other) {
        if (other == null) {
            return one;
        }
        Instant at = other.toInstant();
        return one == null || at.isBefore(one) ? at : one;
    }
}
