package io.ledgerbridge.catchup;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * How far a backfill has come.
 *
 * @param state listing while orders are still being found, then working, and done once each has its outcome
 * @param found orders marked due so far
 * @param done those that were worked and did not park
 * @param parked those that wait for a person
 */
public record BackfillProgress(String state, long found, long done, long parked) {

    static BackfillProgress of(ResultSet row, int index) throws SQLException {
        return of(row.getBoolean("listed"), row.getLong("found"), row.getLong("done"), row.getLong("parked"));
    }

    private static BackfillProgress of(boolean listed, long found, long done, long parked) {
        String afterListing = done + parked < found ? "working" : "done";
        return new BackfillProgress(listed ? afterListing : "listing", found, done, parked);
    }
}
