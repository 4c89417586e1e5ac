package io.ledgerbridge.crash;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Keeps processes running, and kills each some time after it has begun to listen. */
final class Killer {

    private static final int LONGEST_MILLIS = 2500;

    private final Trial trial;
    private final Random random;
    private final List<Victim> victims = new ArrayList<>();
    private int left;

    private record Victim(Program program, @Nullable Instant end) {}

    Killer(Trial trial, int processes, int kills, Random random) {
        this.trial = trial;
        this.random = random;
        this.left = kills;
        for (int number = 0; number < processes; number++) {
            victims.add(new Victim(trial.start(null), null));
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
        if (victim.end == null) {
            return new Victim(victim.program, now.plus(Duration.ofMillis(random.nextInt(LONGEST_MILLIS))));
        }
        if (now.isBefore(victim.end)) {
            return victim;
        }
        victim.program.kill();
        left--;
        return new Victim(trial.start(null), null);
    }
}
