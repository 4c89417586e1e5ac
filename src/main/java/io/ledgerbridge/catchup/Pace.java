package io.ledgerbridge.catchup;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How fast orders get their outcome.
 *
 * @param since when the first could have had its own
 * @param lately those that had theirs within {@link #LATELY}
 */
public record Pace(Instant since, long lately) {

    /** By which the pace is told. */
    public static final Duration LATELY = Duration.ofMinutes(10);

    /** Fewer orders tell no pace. */
    private static final int FEWEST = 5;

    /** Orders a minute of late; empty where too few had their outcome to say. */
    public Optional<Double> perMinute(Instant now) {
        double minutes = Math.min(
                        LATELY.toSeconds(),
                        Math.max(1, Duration.between(since, now).toSeconds()))
                / 60.0;
        return lately < FEWEST ? Optional.empty() : Optional.of(lately / minutes);
    }

    /** When those that are left will have their outcome at this pace; empty where that can't be said. */
    public Optional<Instant> end(Instant now, long left) {
        return left > 0 ? perMinute(now).map(pace -> now.plusSeconds(Math.round(left / pace * 60))) : Optional.empty();
    }
}
