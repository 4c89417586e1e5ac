package io.ledgerbridge.crash;

import java.util.Optional;

/**
 * What happens to a process where it first passes a boundary.
 *
 * @param end whether it ends there or is only stopped
 */
record Crash(Boundary boundary, End end) {

    /** How a process leaves a boundary. */
    enum End {
        /** It ends at once: no hook, no flush, no answer. */
        HALT,
        /** SIGSTOP: it does nothing until it is told to go on. */
        STOP
    }

    static Crash at(Boundary boundary) {
        return new Crash(boundary, End.HALT);
    }

    static Crash stopAt(Boundary boundary) {
        return new Crash(boundary, End.STOP);
    }

    /** As a process is told it. */
    String text() {
        return boundary.isSeenByX3() ? "" : end.name() + ":" + boundary.name();
    }

    static Optional<Crash> read(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String[] parts = text.split(":", 2);
        return Optional.of(new Crash(Boundary.valueOf(parts[1]), End.valueOf(parts[0])));
    }

    @Override
    public String toString() {
        return boundary.label();
    }
}
