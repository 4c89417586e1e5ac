package io.ledgerbridge.logging;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How often a cause came since its stack was logged, and what of that no line has told yet. */
final class SeenCause {

    private static final Duration BETWEEN_STACKS = Duration.ofHours(1);
    private static final Duration BETWEEN_LINES = Duration.ofMinutes(1);

    private final Instant stack;
    private Instant line;
    private long more;
    private CountedLine.@Nullable Said first;

    /** Its stack is logged now. */
    SeenCause(Instant now) {
        this.stack = now;
        this.line = now;
    }

    boolean isStackDue(Instant now) {
        return !now.isBefore(stack.plus(BETWEEN_STACKS));
    }

    boolean isLineDue(Instant now) {
        return !now.isBefore(line.plus(BETWEEN_LINES));
    }

    boolean isUntold() {
        return more > 0;
    }

    /** How often it came since the last line, where it is time for another. */
    Optional<CountedLine> again(Instant now, Supplier<CountedLine.Said> said) {
        more++;
        boolean due = isLineDue(now);
        if (due || first == null) {
            first = said.get();
        }
        return due ? take(now) : Optional.empty();
    }

    /** What no line has told yet. */
    Optional<CountedLine> take(Instant now) {
        Optional<CountedLine> untold = Optional.ofNullable(first).map(said -> new CountedLine(said, more));
        more = 0;
        first = null;
        line = now;
        return untold;
    }
}
