package io.ledgerbridge.privacy;

import io.ledgerbridge.queue.DueOrders;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What came of an order's erasure.
 *
 * @param askedBy who asked for it last
 * @param isDue whether it is still to be done, be it again
 * @param erasedAt when it was last done; null where it never was
 * @param why in words, what it waits for; null where it isn't due
 */
public record OrderErasure(
        long order,
        String askedBy,
        Instant askedAt,
        boolean isDue,
        @Nullable Instant erasedAt,
        @Nullable String why) {

    /** Of these orders of a store, those that were asked for, by their numbers. */
    static List<OrderErasure> of(JdbcClient jdbc, DueOrders due, String store, List<Long> orders) {
        return jdbc
                .sql("""
                        SELECT order_id, asked_by, asked_at, due, erased_at FROM erasure
                         WHERE store = :store AND order_id IN (:orders) ORDER BY order_id""")
                .param("store", store)
                .param("orders", orders)
                .query((row, index) -> new OrderErasure(
                        row.getLong("order_id"),
                        row.getString("asked_by"),
                        row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                        row.getBoolean("due"),
                        instant(row.getObject("erased_at", OffsetDateTime.class)),
                        null))
                .list()
                .stream()
                .map(one -> one.isDue() ? one.waitingFor(why(jdbc, due, store, one.order())) : one)
                .toList();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    private static String why(JdbcClient jdbc, DueOrders due, String store, long order) {
        return WaitingErasures.why(jdbc, due, store, order).orElse(WaitingErasure.TURN);
    }

    private OrderErasure waitingFor(String what) {
        return new OrderErasure(order, askedBy, askedAt, isDue, erasedAt, what);
    }
}
