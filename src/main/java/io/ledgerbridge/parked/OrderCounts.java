package io.ledgerbridge.parked;

import io.ledgerbridge.database.DatabaseClock;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts the orders of every store. All of them are gone through once, without their rows where the database keeps to the
 * index due_order_outcome; those that are due or parked are found by their indexes. A million orders take about half a
 * second, so nobody should ask for it at every scrape.
 */
@Repository
public class OrderCounts {

    static final String ALL = "SELECT outcome, store, count(*) AS orders FROM due_order GROUP BY outcome, store";

    static final String DUE = """
            SELECT store, outcome, count(*) AS orders,
                   count(CASE WHEN lease_holder IS NOT NULL AND due_at > :now THEN 1 END) AS posting,
                   min(CASE WHEN lease_holder IS NULL OR due_at <= :now THEN due_at END) AS oldest,
                   count(failing_since) AS failing, min(failing_since) AS failing_since
              FROM due_order WHERE due_at IS NOT NULL
             GROUP BY store, outcome""";

    static final String PARKED = """
            SELECT store, reason, count(*) AS orders FROM due_order
             WHERE outcome = 'parked' AND due_at IS NULL GROUP BY store, reason""";

    static final String UNREADABLE = """
            SELECT store, '%s' AS reason, count(*) AS orders FROM event
             WHERE disposition = 'unreadable' GROUP BY store""".formatted(Parked.UNREADABLE);

    private final JdbcClient jdbc;
    private final DatabaseClock clock;

    OrderCounts(JdbcClient jdbc, DatabaseClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** By store, those without an order left out. */
    @Transactional(readOnly = true)
    public Map<String, StoreCounts> byStore() {
        Map<String, StoreTally> tallies = new TreeMap<>();
        jdbc.sql(ALL).query(row -> {
            of(tallies, row).add(row.getString("outcome"), row.getLong("orders"));
        });
        jdbc.sql(DUE).param("now", clock.now().atOffset(ZoneOffset.UTC)).query(row -> {
            of(tallies, row).due(row);
        });
        jdbc.sql(PARKED).query(row -> {
            of(tallies, row).park(row);
        });
        jdbc.sql(UNREADABLE).query(row -> {
            of(tallies, row).park(row);
        });
        Map<String, StoreCounts> counts = new TreeMap<>();
        tallies.forEach((store, tally) -> counts.put(store, tally.counts()));
        return counts;
    }

    /** How many wait for a person, by store and reason, deliveries that can't be read among them. */
    @Transactional(readOnly = true)
    public Map<String, Map<String, Long>> parked() {
        Map<String, StoreTally> tallies = new TreeMap<>();
        for (String sql : List.of(PARKED, UNREADABLE)) {
            jdbc.sql(sql).query(row -> {
                of(tallies, row).park(row);
            });
        }
        Map<String, Map<String, Long>> parked = new TreeMap<>();
        tallies.forEach((store, tally) -> parked.put(store, tally.counts().parked()));
        return parked;
    }

    private static StoreTally of(Map<String, StoreTally> tallies, ResultSet row) throws SQLException {
        return tallies.computeIfAbsent(row.getString("store"), store -> new StoreTally());
    }
}
