package io.ledgerbridge.books.audit.check;

import io.ledgerbridge.books.audit.covered.OrderRange;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Cuts all orders of which any table has rows into ranges, each with so few rows in each table that they fit into memory;
 * an order is never cut in two.
 */
record OrderRanges(JdbcClient jdbc) {

    private static final int ROWS = 2000;

    private static final List<String> TABLES = List.of(
            "audit",
            "audit_head",
            "audit_anchored",
            "journal",
            "event",
            "reading",
            "due_order",
            "set_aside",
            "recorded_refund",
            "approval");

    /** Of the stores behind one, each table's first. */
    private static final String STORE = TABLES.stream()
            .map("(SELECT store FROM %s WHERE store > :store ORDER BY store LIMIT 1)"::formatted)
            .collect(Collectors.joining(" UNION ALL ", "SELECT min(store) FROM (", ") AS next"));

    /** Of the orders behind one, that of each table's last row that a step may take. */
    private static final String LAST = TABLES.stream()
            .map(
                    ("(SELECT order_id FROM %s WHERE store = :store AND order_id > :after ORDER BY store, order_id LIMIT 1 OFFSET "
                                    + ROWS + ")")::formatted)
            .collect(Collectors.joining(" UNION ALL ", "SELECT min(order_id) FROM (", ") AS next"));

    /** The next range; null for the first. Empty after the last. */
    Optional<OrderRange> after(@Nullable OrderRange before) {
        if (before != null && before.upTo() < Long.MAX_VALUE) {
            return Optional.of(range(before.store(), before.upTo()));
        }
        return jdbc.sql(STORE)
                .param("store", before == null ? "" : before.store())
                .query((row, index) -> Optional.ofNullable(row.getString(1)))
                .single()
                .map(store -> range(store, Long.MIN_VALUE));
    }

    private OrderRange range(String store, long after) {
        long last = jdbc.sql(LAST)
                .param("store", store)
                .param("after", after)
                .query((row, index) -> Optional.ofNullable(row.getObject(1, Long.class)))
                .single()
                .orElse(Long.MAX_VALUE);
        return new OrderRange(store, after, last);
    }
}
