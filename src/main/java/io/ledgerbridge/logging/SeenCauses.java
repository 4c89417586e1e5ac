package io.ledgerbridge.logging;

import java.time.Clock;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The causes whose stack was logged within the hour, the longest ago first. */
final class SeenCauses {

    static final int MOST = 256;

    private final Map<StackCause, SeenCause> causes = new LinkedHashMap<>();
    private final SeenCause others = new SeenCause(Instant.EPOCH);
    private final Clock clock;

    SeenCauses(Clock clock) {
        this.clock = clock;
    }

    /**
     * The lines that are still to be written.
     *
     * @param all also those whose minute is not over
     */
    synchronized List<CountedLine> untold(boolean all) {
        Instant now = clock.instant();
        return Stream.concat(causes.values().stream(), Stream.of(others))
                .filter(seen -> seen.isUntold() && (all || seen.isLineDue(now)))
                .flatMap(seen -> seen.take(now).stream())
                .toList();
    }

    /**
     * Whether a cause's stack is to be logged; otherwise it is counted.
     *
     * @param lines takes the lines that are to be written now
     */
    synchronized boolean isFirst(StackCause cause, Supplier<CountedLine.Said> said, List<CountedLine> lines) {
        Instant now = clock.instant();
        SeenCause seen = causes.get(cause);
        if (seen != null && !seen.isStackDue(now)) {
            seen.again(now, said).ifPresent(lines::add);
            return false;
        }
        if (seen != null) {
            causes.remove(cause);
            seen.take(now).ifPresent(lines::add);
        }
        if (causes.size() >= MOST && !forgetOldest(now, lines)) {
            others.again(now, said).ifPresent(lines::add);
            return false;
        }
        causes.put(cause, new SeenCause(now));
        return true;
    }

    /** Makes room for another, unless all had their stack within the hour. */
    private boolean forgetOldest(Instant now, List<CountedLine> lines) {
        Iterator<SeenCause> oldest = causes.values().iterator();
        SeenCause seen = oldest.next();
        if (!seen.isStackDue(now)) {
            return false;
        }
        seen.take(now).ifPresent(lines::add);
        oldest.remove();
        return true;
    }
}
