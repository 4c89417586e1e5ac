package io.ledgerbridge.privacy;

import io.ledgerbridge.queue.DueOrders;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How far the erasures of a store have come.
 *
 * @param asked the orders that were ever asked for
 * @param erased of them those that are done
 * @param waiting of them those that are not: it isn't their turn yet, or somebody still needs the words
 * @param orders the first 100 of those that wait
 */
public record ErasureProgress(String store, long asked, long erased, long waiting, List<WaitingErasure> orders) {

    static ErasureProgress of(JdbcClient jdbc, DueOrders due, String store) {
        long asked = count(jdbc, "SELECT count(*) FROM erasure WHERE store = :store", store);
        long waiting = count(jdbc, "SELECT count(*) FROM erasure WHERE due = TRUE AND store = :store", store);
        return new ErasureProgress(store, asked, asked - waiting, waiting, WaitingErasures.of(jdbc, due, store));
    }

    private static long count(JdbcClient jdbc, String sql, String store) {
        return jdbc.sql(sql).param("store", store).query(Long.class).single();
    }
}
