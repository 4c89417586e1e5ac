package io.ledgerbridge.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.helpers.MessageFormatter;

/**
 * Lets each cause's stack trace into the log once an hour, whoever logs it, ours or a library's; in between it has one
 * line a minute, with a count, also where it comes no more. A cause is an exception's class and the first frames of where it
 * was thrown. At most {@value #MOST} causes have a stack within an hour: those beyond share one line a minute.
 */
final class RepeatedStacks extends TurboFilter {

    static final int MOST = 256;

    private static final Duration BETWEEN_STACKS = Duration.ofHours(1);
    private static final Duration BETWEEN_LINES = Duration.ofMinutes(1);
    private static final int FRAMES = 5;
    private static final int DEEPEST = 50;
    private static final int LONGEST_WORDS = 300;

    private final Map<Cause, Seen> causes = new LinkedHashMap<>();
    private final Seen others = new Seen(Instant.EPOCH);
    private final Clock clock;

    RepeatedStacks(Clock clock) {
        this.clock = clock;
    }

    private record Cause(String type, List<StackTraceElement> frames) {}

    /** What was logged with a cause, without the cause itself. */
    private record Said(Logger logger, Level level, String words, String what) {}

    /** One line instead of so many stacks. */
    private record Line(Said said, long count) {

        void write() {
            String line = "%s (%s; %d times since the last line; its stack is further up)"
                    .formatted(said.words(), said.what(), count);
            said.logger()
                    .callAppenders(new LoggingEvent(
                            RepeatedStacks.class.getName(), said.logger(), said.level(), line, null, null));
        }
    }

    private static final class Seen {

        private final Instant stack;
        private Instant line;
        private long more;
        private @Nullable Said first;

        Seen(Instant now) {
            this.stack = now;
            this.line = now;
        }

        /** How often it came since the last line, where it is time for another. */
        Optional<Line> again(Instant now, Supplier<Said> said) {
            more++;
            boolean due = isLineDue(now);
            if (due || first == null) {
                first = said.get();
            }
            return due ? take(now) : Optional.empty();
        }

        boolean isLineDue(Instant now) {
            return !now.isBefore(line.plus(BETWEEN_LINES));
        }

        /** What no line has told yet. */
        Optional<Line> take(Instant now) {
            Optional<Line> untold = Optional.ofNullable(first).map(said -> new Line(said, more));
            more = 0;
            first = null;
            line = now;
            return untold;
        }
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
        Throwable root = rootOf(stack);
        List<Line> lines = new ArrayList<>();
        boolean first = isFirst(
                causeOf(root), () -> new Said(logger, level, words(format, values), cut(root.toString())), lines);
        lines.forEach(Line::write);
        return first ? FilterReply.NEUTRAL : FilterReply.DENY;
    }

    /** Tells what has come again since the last line, where that is a minute ago: perhaps it comes no more. */
    void tell() {
        tell(false);
    }

    /** Tells all that no line has told yet. */
    @Override
    public void stop() {
        tell(true);
        super.stop();
    }

    private void tell(boolean all) {
        untold(all).forEach(Line::write);
    }

    private synchronized List<Line> untold(boolean all) {
        Instant now = clock.instant();
        return Stream.concat(causes.values().stream(), Stream.of(others))
                .filter(seen -> seen.more > 0 && (all || seen.isLineDue(now)))
                .flatMap(seen -> seen.take(now).stream())
                .toList();
    }

    /** Whether a cause's stack is to be logged; otherwise it is counted. */
    private synchronized boolean isFirst(Cause cause, Supplier<Said> said, List<Line> lines) {
        Instant now = clock.instant();
        Seen seen = causes.get(cause);
        if (seen != null && now.isBefore(seen.stack.plus(BETWEEN_STACKS))) {
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
        causes.put(cause, new Seen(now));
        return true;
    }

    private boolean forgetOldest(Instant now, List<Line> lines) {
        Iterator<Seen> oldest = causes.values().iterator();
        Seen seen = oldest.next();
        if (seen.stack.plus(BETWEEN_STACKS).isAfter(now)) {
            return false;
        }
        seen.take(now).ifPresent(lines::add);
        oldest.remove();
        return true;
    }

    private static String words(@Nullable String format, Object @Nullable [] values) {
        return cut(String.valueOf(MessageFormatter.arrayFormat(format, values).getMessage()));
    }

    private static String cut(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() > LONGEST_WORDS ? line.substring(0, LONGEST_WORDS) + "…" : line;
    }

    private static @Nullable Throwable last(Object @Nullable [] values) {
        return values != null && values.length > 0 && values[values.length - 1] instanceof Throwable thrown
                ? thrown
                : null;
    }

    private static Throwable rootOf(Throwable thrown) {
        Throwable root = thrown;
        for (int depth = 0; depth < DEEPEST && root.getCause() != null; depth++) {
            root = root.getCause();
        }
        return root;
    }

    private static Cause causeOf(Throwable root) {
        return new Cause(
                root.getClass().getName(),
                Arrays.stream(root.getStackTrace()).limit(FRAMES).toList());
    }
}
