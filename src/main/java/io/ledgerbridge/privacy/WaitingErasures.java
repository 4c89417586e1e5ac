package io.ledgerbridge.privacy;

import io.ledgerbridge.queue.DueOrders;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which erasures wait, and for what. */
final class WaitingErasures {

    /** So many are named. */
    static final int MOST = 100;

    private static final String ORDER = " WHERE store = :store AND order_id = :order";

    private WaitingErasures() {}

    private record Waiting(long order, Instant since) {}

    /** Those of a store that were asked for first. */
    static List<WaitingErasure> of(JdbcClient jdbc, DueOrders orders, String store) {
        return jdbc
                .sql("""
                        SELECT order_id, asked_at FROM erasure WHERE due = TRUE AND store = :store
                         ORDER BY asked_at, order_id LIMIT :most""")
                .param("store", store)
                .param("most", MOST)
                .query((row, index) -> new Waiting(
                        row.getLong("order_id"),
                        row.getObject("asked_at", OffsetDateTime.class).toInstant()))
                .list()
                .stream()
                .map(one -> new WaitingErasure(
                        one.order(),
                        one.since(),
                        why(jdbc, orders, store, one.order()).orElse(WaitingErasure.TURN)))
                .toList();
    }

    /** What keeps an order from being erased now; empty where nothing does. */
    static Optional<String> why(JdbcClient jdbc, DueOrders orders, String store, long order) {
        if (orders.isClaimed(store, order)) {
            return Optional.of(WaitingErasure.WORKED);
        }
        if (isAny(jdbc, "journal" + ORDER + " AND state IN ('sending', 'unknown')", store, order)) {
            return Optional.of(WaitingErasure.IN_X3);
        }
        boolean isUndecided = isAny(jdbc, "approval" + ORDER + " AND state = 'waiting'", store, order);
        return isUndecided ? Optional.of(WaitingErasure.APPROVAL) : Optional.empty();
    }

    private static boolean isAny(JdbcClient jdbc, String rows, String store, long order) {
        return jdbc.sql("SELECT count(*) FROM " + rows)
                        .param("store", store)
                        .param("order", order)
                        .query(Long.class)
                        .single()
                > 0;
    }
}
