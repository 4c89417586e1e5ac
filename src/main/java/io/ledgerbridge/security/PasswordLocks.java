package io.ledgerbridge.security;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The locks under which passwords are checked. The hash of one keeps a core busy for a tenth of a second, so no more are
 * checked at once than leave half of the cores to everybody else, and those for one name one after the other. A few wait
 * for a lock, the others are refused.
 */
final class PasswordLocks {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** More than there are users to speak of; two names that share a lock wait for each other, and no more. */
    private static final int NAMES = 64;

    private final Semaphore waiting;
    private final Semaphore cores;
    private final List<Semaphore> names =
            Stream.generate(() -> new Semaphore(1, true)).limit(NAMES).toList();

    /**
     * @param most logins that are checked or wait for it
     * @param cores of this machine
     */
    PasswordLocks(int most, int cores) {
        this.waiting = new Semaphore(most);
        this.cores = new Semaphore(Math.max(1, cores / 2), true);
    }

    /** @throws TooManyLogins if the locks aren't free soon */
    <T> T take(String name, Supplier<T> check) {
        if (!waiting.tryAcquire()) {
            throw new TooManyLogins();
        }
        try {
            Semaphore ofName = names.get(Math.floorMod(name.hashCode(), NAMES));
            return withLock(ofName, () -> withLock(cores, check));
        } finally {
            waiting.release();
        }
    }

    private static <T> T withLock(Semaphore lock, Supplier<T> check) {
        if (!acquire(lock)) {
            throw new TooManyLogins();
        }
        try {
            return check.get();
        } finally {
            lock.release();
        }
    }

    private static boolean acquire(Semaphore lock) {
        try {
            return lock.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
