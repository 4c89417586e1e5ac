package io.ledgerbridge.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;

/**
 * Lets each cause's stack trace into the log once an hour, whoever logs it, ours or a library's; in between it has one
 * line a minute, with a count, also where it comes no more. At most {@value SeenCauses#MOST} causes have a stack within an
 * hour: those beyond share one line a minute.
 */
final class RepeatedStacks extends TurboFilter {

    private final SeenCauses causes;

    RepeatedStacks(Clock clock) {
        this.causes = new SeenCauses(clock);
    }

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] values,
            @Nullable Throwable thrown) {
        Throwable stack = thrown == null ? last(values) : thrown;
        if (stack == null
                || !level.isGreaterOrEqual(Level.WARN)
                || !level.isGreaterOrEqual(logger.getEffectiveLevel())) {
            return FilterReply.NEUTRAL;
        }
        Throwable root = StackCause.rootOf(stack);
        List<CountedLine> lines = new ArrayList<>();
        boolean first = causes.isFirst(
                StackCause.of(root), () -> CountedLine.Said.of(logger, level, format, values, root), lines);
        lines.forEach(CountedLine::write);
        return first ? FilterReply.NEUTRAL : FilterReply.DENY;
    }

    /** Tells what has come again since the last line, where that is a minute ago: perhaps it comes no more. */
    void tell() {
        causes.untold(false).forEach(CountedLine::write);
    }

    /** Tells all that no line has told yet. */
    @Override
    public void stop() {
        causes.untold(true).forEach(CountedLine::write);
        super.stop();
    }

    private static @Nullable Throwable last(Object @Nullable [] values) {
        return values != null && values.length > 0 && values[values.length - 1] instanceof Throwable thrown
                ? thrown
                : null;
    }
}
