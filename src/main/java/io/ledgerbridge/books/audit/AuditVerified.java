package io.ledgerbridge.books.audit;

import io.ledgerbridge.books.audit.check.Finding;
import io.ledgerbridge.database.RunState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far the last verification of the whole audit trail has come, and what it says.
 *
 * @param ok whether everything is as the audit trail says; null as long as that isn't known
 * @param checked how many links were looked at
 * @param firstBroken where the first is that doesn't fit; its link is 0 of what is about none
 * @param state {@code running}, {@code done}, or {@code failed} where the database failed under it, or its process ended
 * @param at of its end, or of its last progress
 * @param foundCount how many things don't fit
 * @param found the first hundred of them
 */
public record AuditVerified(
        @Nullable Boolean ok,
        long checked,
        @Nullable AuditPosition firstBroken,
        String state,
        Instant at,
        long foundCount,
        List<Finding> found) {

    /** One that has just begun. */
    public static AuditVerified begun(Instant now) {
        return of(RunState.RUNNING, 0, null, now, 0, List.of());
    }

    static AuditVerified of(
            RunState state,
            long checked,
            @Nullable AuditPosition firstBroken,
            Instant at,
            long foundCount,
            List<Finding> found) {
        Boolean ok = firstBroken != null ? Boolean.FALSE : state == RunState.DONE ? Boolean.TRUE : null;
        return new AuditVerified(ok, checked, firstBroken, state.label(), at, foundCount, found);
    }
}
