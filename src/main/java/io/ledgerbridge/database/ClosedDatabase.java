package io.ledgerbridge.database;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Sees, among all failures of the pool's connections, that H2 has closed itself, as it does where its disk is full. The pool
 * makes it; whoever wants to hear of it says so here.
 */
public final class ClosedDatabase implements SQLExceptionOverride {

    /** DATABASE_IS_CLOSED and DATABASE_CALLED_AT_SHUTDOWN (H2's error codes). */
    private static final Set<Integer> OF_H2 = Set.of(90098, 90121);

    private static final AtomicReference<Runnable> LISTENER = new AtomicReference<>(ClosedDatabase::pass);

    /** Calls this once, with the next such failure. */
    static void then(Runnable listener) {
        LISTENER.set(listener);
    }

    /** Changes nothing of what the pool does about it. */
    @java.lang.Override
    public SQLExceptionOverride.Override adjudicate(SQLException failure) {
        if (OF_H2.contains(failure.getErrorCode())) {
            LISTENER.getAndSet(ClosedDatabase::pass).run();
        }
        return SQLExceptionOverride.Override.CONTINUE_EVICT;
    }

    private static void pass() {
        // nobody listens
    }
}
