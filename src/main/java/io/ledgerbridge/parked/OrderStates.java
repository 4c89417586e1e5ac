package io.ledgerbridge.parked;

import io.ledgerbridge.database.DatabaseClock;
import io.ledgerbridge.queue.OrderFlags;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How orders stand, for those who ask. */
@Component
public class OrderStates {

    private final JdbcClient jdbc;
    private final DatabaseClock clock;

    OrderStates(JdbcClient jdbc, DatabaseClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How one order stands; nothing where it was never heard of. */
    public Optional<OrderStatus> of(String store, long order) {
        return of(store, List.of(order)).stream().findFirst();
    }

    /** How some orders of a store stand, by their numbers; those that were never heard of are left out. */
    public List<OrderStatus> of(String store, Collection<Long> orders) {
        return jdbc.sql("SELECT * FROM due_order WHERE store = :store AND order_id IN (:orders) ORDER BY order_id")
                .param("store", store)
                .param("orders", orders)
                .query(this::status)
                .list();
    }

    /** The currencies of some orders of a store, by their numbers, as far as they were read. */
    public Map<Long, String> currencies(String store, Collection<Long> orders) {
        Map<Long, String> currencies = new HashMap<>();
        jdbc.sql("""
                        SELECT order_id, currency FROM due_order
                         WHERE store = :store AND order_id IN (:orders) AND currency IS NOT NULL""").param("store", store).param("orders", orders).query(row -> {
            currencies.put(row.getLong("order_id"), row.getString("currency"));
        });
        return currencies;
    }

    /** What BigCommerce said of one order when it was last read; empty where it wasn't read, or no figures were kept. */
    public Optional<ShopSays> shop(String store, long order) {
        return jdbc.sql("""
                        SELECT status, currency, total, refunded, aside FROM due_order
                        WHERE store = :store AND order_id = :order AND total IS NOT NULL AND status IS NOT NULL""")
                .param("store", store)
                .param("order", order)
                .query((row, index) -> new ShopSays(
                        row.getInt("status"),
                        row.getString("currency"),
                        row.getBigDecimal("total"),
                        Optional.ofNullable(row.getBigDecimal("refunded")).orElse(BigDecimal.ZERO),
                        row.getBigDecimal("aside")))
                .optional();
    }

    /** How many orders of all stores are due or being worked. */
    public long underWay() {
        return jdbc.sql("SELECT count(*) FROM due_order WHERE due_at IS NOT NULL")
                .query(Long.class)
                .single();
    }

    private OrderStatus status(ResultSet row, int index) throws SQLException {
        Timestamp due = row.getTimestamp("due_at");
        Timestamp settled = row.getTimestamp("settled_at");
        String state = state(due, row.getString("lease_holder"), row.getString("outcome"));
        boolean parked = state.equals("parked");
        return new OrderStatus(
                row.getString("store"),
                row.getLong("order_id"),
                row.getString("channel"),
                state,
                parked ? row.getString("reason") : null,
                row.getString("detail"),
                parked ? row.getString("remedy") : null,
                OrderFlags.of(row.getString("flags")),
                row.getString("assigned_to"),
                row.getInt("attempts"),
                due == null ? null : due.toInstant(),
                settled == null ? null : settled.toInstant(),
                row.getString("x3_number"));
    }

    private String state(@Nullable Timestamp due, @Nullable String holder, @Nullable String outcome) {
        if (due == null) {
            return outcome == null ? "waiting" : outcome;
        }
        Instant until = due.toInstant();
        return holder != null && until.isAfter(clock.now()) ? "posting" : "waiting";
    }
}
