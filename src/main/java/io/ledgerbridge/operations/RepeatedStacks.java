package io.ledgerbridge.operations;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.helpers.MessageFormatter;

/**
 * Lets each cause's stack trace into the log once an hour, whoever logs it, ours or a library's; in between it has one
 * line a minute, with a count. A cause is an exception's class and the first frames of where it was thrown. At most
 * {@value #MOST} causes have a stack within an hour: those beyond share one line a minute.
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

    private static final class Seen {

        private final Instant stack;
        private Instant line;
        private long more;

        Seen(Instant now) {
            this.stack = now;
            this.line = now;
        }

        /** How often it came since the last line, where it is time for another. */
        Optional<Long> again(Instant now) {
            more++;
            if (now.isBefore(line.plus(BETWEEN_LINES))) {
                return Optional.empty();
            }
            long count = more;
            more = 0;
            line = now;
            return Optional.of(count);
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
        Optional<Optional<Long>> repeated = repeated(root);
        repeated.flatMap(line -> line).ifPresent(count -> write(logger, level, words(format, values), root, count));
        return repeated.isEmpty() ? FilterReply.NEUTRAL : FilterReply.DENY;
    }

    /** Empty for a cause whose stack is to be logged; otherwise the count, where it is time for a line. */
    private synchronized Optional<Optional<Long>> repeated(Throwable root) {
        Instant now = clock.instant();
        Cause cause = causeOf(root);
        Seen seen = causes.get(cause);
        if (seen != null && now.isBefore(seen.stack.plus(BETWEEN_STACKS))) {
            return Optional.of(seen.again(now));
        }
        causes.remove(cause);
        if (causes.size() >= MOST && !forgetOldest(now)) {
            return Optional.of(others.again(now));
        }
        causes.put(cause, new Seen(now));
        return Optional.empty();
    }

    private boolean forgetOldest(Instant now) {
        Iterator<Seen> oldest = causes.values().iterator();
        if (oldest.next().stack.plus(BETWEEN_STACKS).isAfter(now)) {
            return false;
        }
        oldest.remove();
        return true;
    }

    private static void write(Logger logger, Level level, String words, Throwable root, long count) {
        String what = cut(root.toString());
        String line = "%s (%s; %d times since the last line; its stack is further up)".formatted(words, what, count);
        logger.callAppenders(new LoggingEvent(RepeatedStacks.class.getName(), logger, level, line, null, null));
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
