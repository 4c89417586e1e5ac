package io.ledgerbridge.catchup;

/**
 * How far a backfill has come.
 *
 * @param state listing while orders are still being found, then working, and done once each has its outcome
 * @param found orders marked due so far
 * @param done those that were worked and did not park
 * @param parked those that wait for a person
 */
public record BackfillProgress(String state, long found, long done, long parked) {

    static BackfillProgress of(boolean listed, long found, long done, long parked) {
        String afterListing = done + parked < found ? "working" : "done";
        return new BackfillProgress(listed ? afterListing : "listing", found, done, parked);
    }
}
