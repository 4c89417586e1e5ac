package io.ledgerbridge.crash;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Counts how often this process has passed a boundary, and halts it where it is to end: no hook, no flush, no answer. */
final class Passings {

    static final int STATUS = 100;

    /** The last word of a process that halts, before the boundary's name. */
    static final String HALTED = "Halted at ";

    private final @Nullable Crash crash;
    private final AtomicInteger passed = new AtomicInteger();

    Passings(@Nullable Crash crash) {
        this.crash = crash;
    }

    void pass(Boundary boundary) {
        if (crash != null
                && (crash.boundary() == null || crash.boundary() == boundary)
                && passed.incrementAndGet() == crash.passing()) {
            System.out.println(HALTED + boundary);
            Runtime.getRuntime().halt(STATUS);
        }
    }
}
