package io.ledgerbridge.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The row of a table that says how far the last run of something has come: one run at a time, over all processes. The table
 * has the columns name, run, state, checked and at, beside those of its own.
 *
 * @param table its name
 */
public record RunRow(JdbcClient jdbc, DatabaseClock clock, String table) {

    /** A run without progress for so long is one whose process is gone. */
    private static final Duration GONE_AFTER = Duration.ofMinutes(1);

    /**
     * Takes the next run.
     *
     * @param start the values of the table's own columns in a run that has just begun
     * @return its number; empty where one is under way
     */
    public OptionalLong begin(Map<String, @Nullable Object> start) {
        Map<String, @Nullable Object> values = new HashMap<>(start);
        values.put("now", now());
        values.put("gone", now().minus(GONE_AFTER));
        int taken = jdbc.sql("UPDATE " + table + " SET run = run + 1, state = 'running', checked = 0, at = :now, "
                        + set(start) + " WHERE name = 'all' AND (state <> 'running' OR at <= :gone)")
                .params(values)
                .update();
        return taken == 1 || first(start) == 1 ? OptionalLong.of(run()) : OptionalLong.empty();
    }

    /**
     * Notes how far a run has come.
     *
     * @param columns the values of the table's own columns
     * @return false where another has begun since
     */
    public boolean note(long run, RunState state, long checked, Map<String, @Nullable Object> columns) {
        Map<String, @Nullable Object> values = new HashMap<>(columns);
        values.put("run", run);
        values.put("state", state.label());
        values.put("checked", checked);
        values.put("now", now());
        return jdbc.sql("UPDATE " + table + " SET state = :state, checked = :checked, at = :now, " + set(columns)
                                + " WHERE name = 'all' AND run = :run")
                        .params(values)
                        .update()
                == 1;
    }

    /** The state of the last run: one whose process is gone has failed. */
    public RunState state(ResultSet row) throws SQLException {
        RunState state = RunState.of(row.getString("state"));
        boolean isGone = row.getTimestamp("at")
                .toInstant()
                .isBefore(now().minus(GONE_AFTER).toInstant());
        return state == RunState.RUNNING && isGone ? RunState.FAILED : state;
    }

    private int first(Map<String, @Nullable Object> start) {
        Map<String, @Nullable Object> values = new HashMap<>(start);
        values.put("now", now());
        String names = String.join(", ", start.keySet());
        return jdbc.sql("INSERT INTO " + table + " (name, run, state, checked, at, " + names
                        + ") VALUES ('all', 1, 'running', 0, :now, :"
                        + names.replace(", ", ", :") + ") ON CONFLICT DO NOTHING")
                .params(values)
                .update();
    }

    private long run() {
        return jdbc.sql("SELECT run FROM " + table + " WHERE name = 'all'")
                .query(Long.class)
                .single();
    }

    private static String set(Map<String, ?> columns) {
        return columns.keySet().stream().map(column -> column + " = :" + column).collect(Collectors.joining(", "));
    }

    private OffsetDateTime now() {
        return clock.now().atOffset(ZoneOffset.UTC);
    }
}
