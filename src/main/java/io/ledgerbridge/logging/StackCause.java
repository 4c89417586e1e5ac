package io.ledgerbridge.logging;

import java.util.Arrays;
import java.util.List;

/** By what the same failure is known again: the class of its root, and the first frames of where that was thrown. */
record StackCause(String type, List<StackTraceElement> frames) {

    private static final int FRAMES = 5;
    private static final int DEEPEST = 50;

    /** @param root an exception that has no cause of its own */
    static StackCause of(Throwable root) {
        return new StackCause(
                root.getClass().getName(),
                Arrays.stream(root.getStackTrace()).limit(FRAMES).toList());
    }

    /** The innermost cause, at most {@value #DEEPEST} deep. */
    static Throwable rootOf(Throwable thrown) {
        Throwable root = thrown;
        for (int depth = 0; depth < DEEPEST && root.getCause() != null; depth++) {
            root = root.getCause();
        }
        return root;
    }
}
