package io.ledgerbridge.books.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the last verification of the whole audit trail has come, and what it says.
 *
 * @param ok whether every chain fits together; null as long as that isn't known
 * @param checked how many links were looked at
 * @param firstBroken the first that doesn't fit, by store, order and link
 * @param state {@code running}, {@code done}, or {@code failed} where the database failed under it
 * @param at of its end, or of its last progress
 */
public record AuditVerified(
        @Nullable Boolean ok, long checked, @Nullable AuditPosition firstBroken, String state, Instant at) {

    static final String RUNNING = "running";
    static final String DONE = "done";
    static final String FAILED = "failed";

    /** One that has just begun. */
    public static AuditVerified begun(Instant now) {
        return of(RUNNING, 0, null, now);
    }

    static AuditVerified of(String state, long checked, @Nullable AuditPosition firstBroken, Instant at) {
        Boolean ok = firstBroken != null ? Boolean.FALSE : state.equals(DONE) ? Boolean.TRUE : null;
        return new AuditVerified(ok, checked, firstBroken, state, at);
    }
}
