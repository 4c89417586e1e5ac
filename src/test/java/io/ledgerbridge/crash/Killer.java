package io.ledgerbridge.crash;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Keeps processes running, and kills each some time after it has begun to listen or, mostly, to work: on a slow machine it
 * would otherwise never come to that.
 */
final class Killer {

    private static final int LONGEST_MILLIS = 2500;

    /** One in so many is killed before it is ready, or soon after. */
    private static final int EARLY = 5;

    private final Trial trial;
    private final Random random;
    private final List<Victim> victims = new ArrayList<>();
    private int left;

    private record Victim(
            Program program, boolean early, @Nullable Instant end) {}

    Killer(Trial trial, int processes, int kills, Random random) {
        this.trial = trial;
        this.random = random;
        this.left = kills;
        for (int number = 0; number < processes; number++) {
            victims.add(next());
        }
    }

    boolean isDone() {
        return left == 0;
    }

    void look() {
        victims.replaceAll(this::look);
    }

    private Victim look(Victim victim) {
        if (!victim.program.isAlive()) {
            throw new IllegalStateException("It ended by itself: " + victim.program.log());
        }
        if (left == 0 || victim.program.port().isEmpty()) {
            return victim;
        }
        Instant now = Instant.now();
        if (victim.end == null && !victim.early && !trial.isReady(victim.program)) {
            return victim;
        }
        if (victim.end == null) {
            return new Victim(
                    victim.program, victim.early, now.plus(Duration.ofMillis(random.nextInt(LONGEST_MILLIS))));
        }
        if (now.isBefore(victim.end)) {
            return victim;
        }
        victim.program.kill();
        left--;
        return next();
    }

    private Victim next() {
        return new Victim(trial.start(null), random.nextInt(EARLY) == 0, null);
    }
}
