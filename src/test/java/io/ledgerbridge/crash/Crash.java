package io.ledgerbridge.crash;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a process is to end.
 *
 * @param boundary null for whichever comes
 * @param passing the process ends at its n-th passing, from 1
 */
record Crash(@Nullable Boundary boundary, int passing) {

    static Crash at(Boundary boundary) {
        return new Crash(boundary, 1);
    }

    static Crash atAnyPassing(int passing) {
        return new Crash(null, passing);
    }

    /** As a process is told it. */
    String text() {
        return (boundary == null ? "" : boundary.name()) + ":" + passing;
    }

    static Optional<Crash> read(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String[] parts = text.split(":", 2);
        Boundary boundary = parts[0].isEmpty() ? null : Boundary.valueOf(parts[0]);
        return Optional.of(new Crash(boundary, Integer.parseInt(parts[1])));
    }

    boolean isSeenByX3() {
        return boundary != null && boundary.isSeenByX3();
    }

    @Override
    public String toString() {
        return (boundary == null ? "any boundary" : boundary.label()) + ", passing " + passing;
    }
}
