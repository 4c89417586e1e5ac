package io.ledgerbridge.inbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells of a timer's turns that came to nothing, such as while the database is away: at once, and then once a minute,
 * however often the timer fires.
 */
@Component
public class MissedTurns {

    private static final Logger LOG = LoggerFactory.getLogger(MissedTurns.class);
    private static final Duration BETWEEN = Duration.ofMinutes(1);

    private final Map<String, Told> told = new ConcurrentHashMap<>();
    private final Clock clock;

    MissedTurns(Clock clock) {
        this.clock = clock;
    }

    private record Told(String words, Instant at) {}

    /**
     * A turn failed, and the next comes by itself.
     *
     * @return whether it was told
     */
    public boolean missed(String route, Throwable failure) {
        Told now = new Told(String.valueOf(rootOf(failure)), clock.instant());
        Told before = told.put(route, now);
        boolean known = before != null
                && before.words().equals(now.words())
                && now.at().isBefore(before.at().plus(BETWEEN));
        if (known) {
            told.put(route, before);
        } else {
            LOG.warn("{} waits for its next turn: {}", route, now.words());
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
