package io.ledgerbridge.orders.overview;

import io.ledgerbridge.orders.SettledOrders;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Counts what came and was settled lately, and what is under way, of each store, by indexes that are as long as that alone.
 *
 * @param store null: all
 */
record PaceRows(JdbcClient jdbc, @Nullable String store) {

    static final int SHORT = 10;
    static final int LONG = 60;

    /** What came is by now either settled or under way. */
    private static final String OF_EACH = """
            SELECT store, sum(settled) AS settled, sum(settled_short) AS settled_short, sum(parked) AS parked,
                   sum(parked_short) AS parked_short, sum(came) AS came, sum(came_short) AS came_short,
                   sum(under_way) AS under_way, max(last_due) AS last_due
              FROM (%s UNION ALL %s) AS counted GROUP BY store ORDER BY store""";

    private static final String SETTLED = """
            SELECT store, count(*) AS settled, count(CASE WHEN settled_at > :lately THEN 1 END) AS settled_short,
                   count(CASE WHEN outcome = 'parked' THEN 1 END) AS parked,
                   count(CASE WHEN outcome = 'parked' AND settled_at > :lately THEN 1 END) AS parked_short,
                   count(CASE WHEN came_at > :since AND due_at IS NULL THEN 1 END) AS came,
                   count(CASE WHEN settled_at > :lately AND came_at > :lately AND due_at IS NULL THEN 1 END) AS came_short,
                   0 AS under_way, CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS last_due
              FROM %s GROUP BY store""";

    private static final String UNDER_WAY = """
            SELECT store, 0 AS settled, 0 AS settled_short, 0 AS parked, 0 AS parked_short,
                   count(CASE WHEN came_at > :since THEN 1 END) AS came,
                   count(CASE WHEN came_at > :lately THEN 1 END) AS came_short, count(*) AS under_way,
                   max(CASE WHEN lease_holder IS NULL THEN due_at END) AS last_due
              FROM orders_under_way%s GROUP BY store""";

    private static final String OLDEST = """
            SELECT store, order_id, coalesce(came_at, changed_at) AS waits_since
              FROM orders_under_way%s ORDER BY waits_since, store, order_id LIMIT 1""";

    /** Of the stores of which any order is under way or was settled lately. */
    List<StorePace> until(Instant now) {
        return jdbc.sql(ofEach()).params(values(now)).query(PaceRows::of).list();
    }

    /** The one that waits longest. */
    Optional<Waiting> oldest() {
        return jdbc.sql(ofOldest())
                .params(store == null ? Map.of() : Map.of("store", store))
                .query((row, index) -> new Waiting(
                        row.getString("store"),
                        row.getLong("order_id"),
                        row.getTimestamp("waits_since").toInstant()))
                .optional();
    }

    String ofEach() {
        String settled = SETTLED.formatted(SettledOrders.lately("store, outcome, settled_at, came_at, due_at", store));
        return OF_EACH.formatted(settled, UNDER_WAY.formatted(ofStore()));
    }

    String ofOldest() {
        return OLDEST.formatted(ofStore());
    }

    Map<String, Object> values(Instant now) {
        Map<String, Object> values = new HashMap<>();
        values.put("since", now.minus(Duration.ofMinutes(LONG)).atOffset(ZoneOffset.UTC));
        values.put("lately", now.minus(Duration.ofMinutes(SHORT)).atOffset(ZoneOffset.UTC));
        if (store != null) {
            values.put("store", store);
        }
        return values;
    }

    private String ofStore() {
        return store == null ? "" : " WHERE store = :store";
    }

    private static StorePace of(ResultSet row, int index) throws SQLException {
        Timestamp last = row.getTimestamp("last_due");
        return new StorePace(
                row.getString("store"),
                new Pace(SHORT, row.getLong("came_short"), row.getLong("settled_short"), row.getLong("parked_short")),
                new Pace(LONG, row.getLong("came"), row.getLong("settled"), row.getLong("parked")),
                row.getLong("under_way"),
                last == null ? null : last.toInstant());
    }
}
