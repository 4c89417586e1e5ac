package io.ledgerbridge.orders.overview;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Counts what came and was settled lately, and what is under way, by indexes that are as long as that alone.
 *
 * @param store null: all
 */
record PaceRows(JdbcClient jdbc, @Nullable String store) {

    private static final int SHORT = 10;
    private static final int LONG = 60;

    /** Each outcome is named, since the index begins with it. */
    static final String SETTLED = """
            SELECT count(*) AS settled, count(CASE WHEN came_at > :since AND due_at IS NULL THEN 1 END) AS came FROM due_order
             WHERE outcome IN ('posted', 'ignored', 'held', 'set-aside', 'parked') AND settled_at > :since""";

    static final String UNDER_WAY = """
            SELECT count(*) AS orders, count(CASE WHEN came_at > :since THEN 1 END) AS came,
                   max(CASE WHEN lease_holder IS NULL THEN due_at END) AS last_due
              FROM due_order WHERE standing = 'on-the-way'""";

    /**
     * What is under way.
     *
     * @param lastDue when the last of those that wait may be worked
     */
    record UnderWay(long orders, long came, @Nullable Instant lastDue) {}

    Pace until(Instant now) {
        Pace pace = over(SHORT, now);
        return pace.settled() < Pace.ENOUGH ? over(LONG, now) : pace;
    }

    UnderWay underWay(Instant since) {
        return query(UNDER_WAY, since)
                .query((row, index) ->
                        new UnderWay(row.getLong("orders"), row.getLong("came"), instant(row.getTimestamp("last_due"))))
                .single();
    }

    /** What came is by now either settled or under way. */
    private Pace over(int minutes, Instant now) {
        Instant since = now.minus(Duration.ofMinutes(minutes));
        long waiting = underWay(since).came();
        return query(SETTLED, since)
                .query((row, index) -> new Pace(minutes, waiting + row.getLong("came"), row.getLong("settled")))
                .single();
    }

    private JdbcClient.StatementSpec query(String sql, Instant since) {
        Map<String, Object> values = new HashMap<>(Map.of("since", since.atOffset(ZoneOffset.UTC)));
        if (store != null) {
            values.put("store", store);
        }
        return jdbc.sql(store == null ? sql : sql + " AND store = :store").params(values);
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
