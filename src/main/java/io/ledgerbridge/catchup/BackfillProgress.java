package io.ledgerbridge.catchup;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * How far a backfill has come.
 *
 * @param state listing while orders are still being found, then working, and done once each has its
 *     outcome; paused, and stopped, where a person decided so: then no more are found, and those that were are worked
 * @param found orders marked due so far
 * @param done those that were worked and did not park
 * @param parked those that wait for a person
 */
public record BackfillProgress(String state, long found, long done, long parked) {

    static BackfillProgress of(ResultSet row, int index) throws SQLException {
        long found = row.getLong("found");
        long done = row.getLong("done");
        long parked = row.getLong("parked");
        return new BackfillProgress(state(row, done + parked < found), found, done, parked);
    }

    boolean isUnderWay() {
        return !state.equals("done") && !state.equals("stopped");
    }

    /** A process of the version before lists a paused one to its end. */
    private static String state(ResultSet row, boolean isWorking) throws SQLException {
        String held = row.getString("held");
        if (!row.getBoolean("listed")) {
            return held == null ? "listing" : held;
        }
        return "stopped".equals(held) ? held : isWorking ? "working" : "done";
    }
}
