package io.ledgerbridge.queue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Locks the rows of orders that are to be claimed, each by itself: H2, asked to order and to lock in one statement, locks
 * every order that is due.
 */
@Component
class ClaimLocks {

    /**
     * By the primary key alone, and when it is due is looked at afterwards: H2 would otherwise take the index of the due
     * orders, where a process that was killed may have left an order that is due no longer.
     */
    static final String LOCK = """
            SELECT order_id, due_at, fence, marks, attempts, failing_since, detail, unfinished, unfinished_since, claimed_at,
                unfinished > 0 AND (unfinished >= :alone OR lease_holder IS NOT NULL) AS alone
            FROM due_order
            WHERE store = :store AND order_id = :order FOR UPDATE SKIP LOCKED""";

    private final JdbcClient jdbc;
    private final Leases leases;
    private final DrainSettings settings;

    ClaimLocks(JdbcClient jdbc, Leases leases, DrainSettings settings) {
        this.jdbc = jdbc;
        this.leases = leases;
        this.settings = settings;
    }

    /** The order with the claim that it may be given; nothing where another worker has it, or where it isn't due. */
    Optional<LockedOrder> lock(String store, long order, Instant now) {
        return jdbc.sql(LOCK)
                .param("alone", settings.aloneFrom())
                .param("store", store)
                .param("order", order)
                .query((row, index) ->
                        isDue(row, now) ? Optional.of(lockedOf(store, row)) : Optional.<LockedOrder>empty())
                .optional()
                .flatMap(Function.identity());
    }

    private static boolean isDue(ResultSet row, Instant now) throws SQLException {
        Instant dueAt = instant(row, "due_at");
        return dueAt != null && !dueAt.isAfter(now);
    }

    private LockedOrder lockedOf(String store, ResultSet row) throws SQLException {
        return new LockedOrder(
                claimOf(store, row),
                row.getInt("unfinished"),
                row.getBoolean("alone"),
                instant(row, "unfinished_since"),
                instant(row, "claimed_at"));
    }

    private Claim claimOf(String store, ResultSet row) throws SQLException {
        return new Claim(
                leases,
                store,
                row.getLong("order_id"),
                row.getLong("fence") + 1,
                row.getLong("marks"),
                row.getInt("attempts"),
                instant(row, "failing_since"),
                row.getInt("attempts") == 0 ? null : row.getString("detail"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
