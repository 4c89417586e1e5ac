package io.ledgerbridge.catchup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A backfill, and what became of the orders that it found: {@code found} is the sum of the six behind it.
 *
 * @param state as {@link BackfillProgress} has it
 * @param isListed whether no more are found
 * @param found orders marked due so far
 * @param left those that are still to be worked, or being worked
 * @param lately those that were settled within {@link Pace#LATELY}
 * @param countedAt when all of this was so
 */
public record BackfillSummary(
        long id,
        String store,
        LocalDate from,
        LocalDate to,
        Instant askedAt,
        String state,
        boolean isListed,
        long found,
        long inLedger,
        long noEntry,
        long setAside,
        long held,
        long needYou,
        long left,
        long lately,
        Instant countedAt) {

    static BackfillSummary of(ResultSet row, int index) throws SQLException {
        long found = row.getLong("found");
        long left = found - row.getLong("settled");
        BackfillProgress progress = BackfillProgress.of(row, index);
        return new BackfillSummary(
                row.getLong("id"),
                row.getString("store"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getTimestamp("asked_at").toInstant(),
                progress.state(),
                row.getBoolean("listed"),
                found,
                row.getLong("posted"),
                row.getLong("ignored"),
                row.getLong("set_aside"),
                row.getLong("on_hold"),
                row.getLong("parked"),
                left,
                row.getLong("lately"),
                row.getTimestamp("counted_at").toInstant());
    }

    /** Those that have their outcome. */
    public long worked() {
        return found - left;
    }

    public boolean isPaused() {
        return state.equals("paused");
    }

    /** Whether more is still to be found, so that a person can pause or stop it. */
    public boolean isOpen() {
        return state.equals("listing") || isPaused();
    }

    public boolean isUnderWay() {
        return isOpen() || left > 0;
    }

    /** Orders a minute of late; empty where too few were settled to say. */
    public Optional<Double> pace(Instant now) {
        return new Pace(askedAt, lately).perMinute(now);
    }

    /** When it will be done at this pace; empty as long as that can't be said. */
    public Optional<Instant> end(Instant now) {
        return isListed ? new Pace(askedAt, lately).end(now, left) : Optional.empty();
    }
}
