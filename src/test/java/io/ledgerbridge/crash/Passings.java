package io.ledgerbridge.crash;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Ends or stops this process where it first passes the boundary that it is to pass no further. */
final class Passings {

    static final int STATUS = 100;

    /** The last word of a process that ends or is stopped, before the boundary's name. */
    static final String REACHED = "Reached ";

    /** Before the name of each boundary that is passed after that. */
    static final String THEN = "Then ";

    private final @Nullable Crash crash;
    private final AtomicBoolean reached = new AtomicBoolean();

    Passings(@Nullable Crash crash) {
        this.crash = crash;
    }

    void pass(Boundary boundary) {
        if (reached.get()) {
            System.out.println(THEN + boundary);
        }
        if (crash == null || crash.boundary() != boundary || !reached.compareAndSet(false, true)) {
            return;
        }
        System.out.println(REACHED + boundary);
        if (crash.end() == Crash.End.HALT) {
            Runtime.getRuntime().halt(STATUS);
        }
        Program.signal("STOP", ProcessHandle.current().pid());
    }
}
