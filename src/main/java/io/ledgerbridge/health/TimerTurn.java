package io.ledgerbridge.health;

import io.ledgerbridge.faults.Seconds;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.camel.component.timer.TimerEndpoint;

/**
 * What a route with a timer did last.
 *
 * @param at when it was started, or when a turn of it began or ended
 * @param underWay whether a turn has begun and not ended
 */
record TimerTurn(Instant at, boolean underWay) {

    /** So many turns may be missing. */
    private static final int MISSING = 5;

    /** A timer that fires often may be late by as much, as on a busy machine. */
    private static final Duration SHORTEST = Duration.ofMinutes(5);

    /** A turn may take as long: such as a sweep of a shop whose answers are slow. */
    private static final Duration LONGEST_TURN = Duration.ofHours(1);

    /** What is wrong with the timer, if the last turn is too long ago, or takes too long. */
    Optional<String> wrong(TimerEndpoint timer, Instant now) {
        if (Duration.between(at, now).compareTo(limit(timer)) <= 0) {
            return Optional.empty();
        }
        return Optional.of(
                underWay
                        ? "a turn has been under way since " + at
                        : "no turn since %s, though one is due every %s"
                                .formatted(Seconds.of(at), Duration.ofMillis(timer.getPeriod())));
    }

    private Duration limit(TimerEndpoint timer) {
        Duration turns = Duration.ofMillis(timer.getPeriod() * MISSING + timer.getDelay());
        Duration limit = turns.compareTo(SHORTEST) > 0 ? turns : SHORTEST;
        return underWay && limit.compareTo(LONGEST_TURN) < 0 ? LONGEST_TURN : limit;
    }
}
