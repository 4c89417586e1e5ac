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
        String held = row.getString("held");
        String afterListing = done + parked < found ? "working" : "done";
        return new BackfillProgress(
                held != null ? held : row.getBoolean("listed") ? afterListing : "listing", found, done, parked);
    }
}
