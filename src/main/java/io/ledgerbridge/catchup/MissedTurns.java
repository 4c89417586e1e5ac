package io.ledgerbridge.catchup;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells of a timer's turns that came to nothing, such as while the database is away: at once, and then once a minute with
 * a count, however often the timer fires.
 */
@Component
public class MissedTurns {

    private static final Logger LOG = LoggerFactory.getLogger(MissedTurns.class);
    private static final Duration BETWEEN = Duration.ofMinutes(1);

    private static final Duration LATELY = Duration.ofHours(1);

    private final Map<String, Told> told = new ConcurrentHashMap<>();
    private final Map<String, Missed> last = new ConcurrentHashMap<>();
    private final MeterRegistry meters;
    private final Clock clock;

    MissedTurns(MeterRegistry meters, Clock clock) {
        this.meters = meters;
        this.clock = clock;
    }

    private record Told(String words, Instant at) {}

    /**
     * Turns of one timer that came to nothing.
     *
     * @param times since this process started
     * @param at the last of them
     */
    public record Missed(long times, Instant at, String words) {}

    /** What was missed within the last hour, by route. */
    public Map<String, Missed> lately() {
        Instant earliest = clock.instant().minus(LATELY);
        Map<String, Missed> lately = new TreeMap<>(last);
        lately.values().removeIf(missed -> missed.at().isBefore(earliest));
        return lately;
    }

    /**
     * A turn failed, and the next comes by itself.
     *
     * @return whether it was told
     */
    public boolean missed(String route, Throwable failure) {
        Told now = new Told(String.valueOf(rootOf(failure)), clock.instant());
        Missed missed = last.merge(
                route,
                new Missed(1, now.at(), now.words()),
                (one, other) -> new Missed(one.times() + 1, now.at(), now.words()));
        meters.counter("ledger.bridge.missed.turns", "route", route).increment();
        Told before = told.put(route, now);
        boolean known = before != null
                && before.words().equals(now.words())
                && now.at().isBefore(before.at().plus(BETWEEN));
        if (known) {
            told.put(route, before);
        } else {
            LOG.warn("{} waits for its next turn ({} missed so far): {}", route, missed.times(), now.words());
        }
        return !known;
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
