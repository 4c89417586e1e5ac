package io.ledgerbridge.catchup.shadow;

import io.ledgerbridge.catchup.Pace;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A shadow run, and what it found: {@code found} is the sum of the eight behind it.
 *
 * @param state listing while orders are still being found, then working, and done once each is compared; paused, and
 *     stopped, where a person decided so
 * @param post would be posted, without anybody
 * @param agree the ledger holds what they come to
 * @param ignore make no entry by rule
 * @param left those that are still to be compared
 * @param unnamed rows of BigCommerce's list that name no order, and are no part of what was found
 * @param lately those that were compared within {@link Pace#LATELY}
 * @param countedAt when all of this was so
 */
public record ShadowSummary(
        long id,
        String store,
        LocalDate from,
        LocalDate to,
        Instant askedAt,
        String state,
        boolean isListed,
        long found,
        long post,
        long agree,
        long ignore,
        long hold,
        long setAside,
        long park,
        long unread,
        long left,
        long unnamed,
        long lately,
        Instant countedAt) {

    static ShadowSummary of(ResultSet row, int index) throws SQLException {
        return new ShadowSummary(
                row.getLong("id"),
                row.getString("store"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getTimestamp("asked_at").toInstant(),
                state(row),
                row.getBoolean("listed"),
                row.getLong("found"),
                row.getLong("post"),
                row.getLong("agree"),
                row.getLong("no_entry"),
                row.getLong("on_hold"),
                row.getLong("set_aside"),
                row.getLong("park"),
                row.getLong("unread"),
                row.getLong("to_compare"),
                row.getLong("unnamed"),
                row.getLong("lately"),
                row.getTimestamp("counted_at").toInstant());
    }

    private static String state(ResultSet row) throws SQLException {
        String held = row.getString("held");
        boolean isListed = row.getBoolean("listed");
        if ("stopped".equals(held)) {
            return held;
        }
        if (isListed && row.getLong("to_compare") == 0) {
            return "done";
        }
        return held == null ? isListed ? "working" : "listing" : held;
    }

    /** Its number as texts name it, without marks between thousands. */
    public String number() {
        return Long.toString(id);
    }

    /** Those that have their outcome. */
    public long compared() {
        return found - left;
    }

    public boolean isPaused() {
        return state.equals("paused");
    }

    /** Whether a person can pause, resume or stop it. */
    public boolean isOpen() {
        return isUnderWay() || isPaused();
    }

    public boolean isUnderWay() {
        return state.equals("listing") || state.equals("working");
    }

    /** Orders a minute of late; empty where too few were compared to say. */
    public Optional<Double> pace(Instant now) {
        return new Pace(askedAt, lately).perMinute(now);
    }

    /** When it will be done at this pace; empty as long as that can't be said. */
    public Optional<Instant> end(Instant now) {
        return isListed ? new Pace(askedAt, lately).end(now, left) : Optional.empty();
    }
}
