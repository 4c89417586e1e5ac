package io.ledgerbridge.security;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Who may look at a password now. The hash of one keeps a core busy for a tenth of a second, so no more are looked at at
 * once than leave half of the cores to everybody else, and those for one name one after the other. A few wait for their
 * turn, the others don't.
 */
final class PasswordTurns {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** More than there are users to speak of; two names that share a turn wait for each other, and no more. */
    private static final int NAMES = 64;

    private final Semaphore waiting;
    private final Semaphore cores;
    private final List<Semaphore> names =
            Stream.generate(() -> new Semaphore(1, true)).limit(NAMES).toList();

    /**
     * @param most logins that are looked at or wait for it
     * @param cores of this machine
     */
    PasswordTurns(int most, int cores) {
        this.waiting = new Semaphore(most);
        this.cores = new Semaphore(Math.max(1, cores / 2), true);
    }

    /** @throws TooManyLogins where the turn doesn't come soon */
    <T> T take(String name, Supplier<T> look) {
        if (!waiting.tryAcquire()) {
            throw new TooManyLogins();
        }
        try {
            Semaphore ofName = names.get(Math.floorMod(name.hashCode(), NAMES));
            return holding(ofName, () -> holding(cores, look));
        } finally {
            waiting.release();
        }
    }

    private static <T> T holding(Semaphore turn, Supplier<T> look) {
        if (!isHad(turn)) {
            throw new TooManyLogins();
        }
        try {
            return look.get();
        } finally {
            turn.release();
        }
    }

    private static boolean isHad(Semaphore turn) {
        try {
            return turn.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
