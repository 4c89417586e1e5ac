package io.ledgerbridge.evidence;

import io.ledgerbridge.database.Sha256;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The orders of a store that have journals with an accounting date in a period. */
@Repository
public class PeriodOrders {

    private static final int AT_ONCE = 5000;

    private static final String EVERY = "";
    private static final String STANDING = " AND state <> 'withdrawn'";

    private final JdbcClient jdbc;

    PeriodOrders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The first of them by number. */
    @Transactional(readOnly = true)
    public List<Long> first(String store, LocalDate from, LocalDate to, int most) {
        return after(EVERY, 0, store, from, to, most);
    }

    /**
     * A random sample that anybody can draw again: each order's number behind the seed and a colon gets its SHA-256 in
     * hexadecimal, and the orders with the smallest are the sample. Those whose journals there were all withdrawn are left out.
     */
    @Transactional(readOnly = true)
    public List<Long> sample(String store, LocalDate from, LocalDate to, int size, String seed) {
        TreeMap<String, Long> smallest = new TreeMap<>();
        each(store, from, to, order -> {
            smallest.put(Sha256.of(seed + ":" + order), order);
            if (smallest.size() > size) {
                smallest.pollLastEntry();
            }
        });
        return smallest.values().stream().sorted().toList();
    }

    private void each(String store, LocalDate from, LocalDate to, LongConsumer reader) {
        List<Long> some = after(STANDING, 0, store, from, to, AT_ONCE);
        while (!some.isEmpty()) {
            some.forEach(reader::accept);
            some = after(STANDING, some.get(some.size() - 1), store, from, to, AT_ONCE);
        }
    }

    private List<Long> after(String states, long order, String store, LocalDate from, LocalDate to, int most) {
        return jdbc.sql("""
                        SELECT DISTINCT order_id FROM journal
                         WHERE store = :store AND order_id > :after AND accounting_date BETWEEN :from AND :to""" + states + " ORDER BY order_id LIMIT :most")
                .params(Map.of("store", store, "after", order, "from", from, "to", to, "most", most))
                .query(Long.class)
                .list();
    }
}
