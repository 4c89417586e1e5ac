package io.ledgerbridge.parked;

import io.ledgerbridge.database.DatabaseClock;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
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
        Map<String, Tally> tallies = new TreeMap<>();
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

    private static Tally of(Map<String, Tally> tallies, ResultSet row) throws SQLException {
        return tallies.computeIfAbsent(row.getString("store"), store -> new Tally());
    }

    private static final class Tally {

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
}
