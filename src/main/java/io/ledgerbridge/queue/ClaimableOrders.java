package io.ledgerbridge.queue;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds the orders that may be claimed now, without locking them. */
final class ClaimableOrders {

    /** A scan of the index due_order_claim, however long the backlog. */
    static final String NEXT_DUE = """
            SELECT order_id FROM due_order WHERE store = :store AND due_at <= :now
                AND (unfinished < 1 OR unfinished < :alone AND lease_holder IS NULL)
            ORDER BY store, due_at LIMIT :most""";

    /**
     * What is worked alone: what still has the lease that its process left, and what one more end would park. Of these
     * there are few: as many as an ended process had workers.
     */
    private static final String NEXT_ALONE = """
            FROM due_order WHERE unfinished > 0 AND (unfinished >= :alone OR lease_holder IS NOT NULL)
                AND due_at <= :now AND store IN (:stores)""";

    private final JdbcClient jdbc;
    private final DrainSettings settings;

    ClaimableOrders(JdbcClient jdbc, DrainSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /**
     * The orders of a store that are due and needn't be worked alone, the longest due first: each once, though an H2 whose
     * process was killed may have an order twice in its index.
     */
    List<Long> due(String store, Instant now, int most) {
        return jdbc
                .sql(NEXT_DUE)
                .param("store", store)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .param("alone", settings.aloneFrom())
                .query(Long.class)
                .list()
                .stream()
                .distinct()
                .toList();
    }

    /** Whether there is an order of these stores that is to be worked alone. */
    boolean hasUnfinished(Set<String> stores, Instant now) {
        return !stores.isEmpty()
                && !alone("SELECT 1 " + NEXT_ALONE + " LIMIT 1", stores, now)
                        .query(Integer.class)
                        .list()
                        .isEmpty();
    }

    /** Such orders, by store and id: those that were left least often come first. */
    List<Map.Entry<String, Long>> unfinished(Set<String> stores, Instant now) {
        return alone(
                        "SELECT store, order_id " + NEXT_ALONE
                                + " ORDER BY unfinished, due_at, store, order_id LIMIT 20",
                        stores,
                        now)
                .query((row, index) -> Map.entry(row.getString("store"), row.getLong("order_id")))
                .list();
    }

    private JdbcClient.StatementSpec alone(String sql, Set<String> stores, Instant now) {
        return jdbc.sql(sql)
                .param("stores", stores)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("alone", settings.aloneFrom());
    }
}
