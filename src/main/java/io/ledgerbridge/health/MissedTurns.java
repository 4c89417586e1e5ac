package io.ledgerbridge.health;

import io.ledgerbridge.faults.FailureWords;
import io.ledgerbridge.logging.Words;
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
    private final Words words;
    private final Clock clock;

    MissedTurns(MeterRegistry meters, Words words, Clock clock) {
        this.words = words;
        this.meters = meters;
        this.clock = clock;
    }

    /** What was told last; the kind of failure, since its words may hold numbers that change with each turn. */
    private record Told(String kind, Instant at) {}

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
        Throwable root = rootOf(failure);
        Told now = new Told(root.getClass().getName(), clock.instant());
        String said = words.kept(FailureWords.of(failure));
        Missed missed = last.merge(
                route, new Missed(1, now.at(), said), (one, other) -> new Missed(one.times() + 1, now.at(), said));
        meters.counter("ledger.bridge.missed.turns", "route", route).increment();
        Told before = told.put(route, now);
        boolean known = before != null
                && before.kind().equals(now.kind())
                && now.at().isBefore(before.at().plus(BETWEEN));
        if (known) {
            told.put(route, before);
        } else {
            LOG.warn("{} waits for its next turn ({} missed so far): {}", route, missed.times(), said);
            if (FailureWords.isDefect(failure)) {
                LOG.error("{} failed in a way that nobody foresaw", route, failure);
            }
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
