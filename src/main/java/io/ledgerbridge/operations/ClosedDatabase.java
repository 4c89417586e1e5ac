package io.ledgerbridge.operations;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.util.Set;

/**
 * Sees, among all failures of the pool's connections, that H2 has closed itself, as it does where its disk is full. To open
 * it again beside connections that are still of the closed one would risk what is written then: only a new process may.
 */
public final class ClosedDatabase implements SQLExceptionOverride {

    /** DATABASE_IS_CLOSED and DATABASE_CALLED_AT_SHUTDOWN (H2's error codes). */
    private static final Set<Integer> OF_H2 = Set.of(90098, 90121);

    private static volatile boolean seen;

    static boolean wasSeen() {
        return seen;
    }

    /** For a program that starts. */
    static void forget() {
        seen = false;
    }

    /** Doesn't change what the pool does about it. */
    @java.lang.Override
    public SQLExceptionOverride.Override adjudicate(SQLException failure) {
        if (OF_H2.contains(failure.getErrorCode())) {
            seen = true;
        }
        return SQLExceptionOverride.Override.CONTINUE_EVICT;
    }
}
