package io.ledgerbridge.security;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The locks under which passwords are checked. The hash of one keeps a core busy for a tenth of a second, so no more are
 * checked at once than leave half of the cores to everybody else. A few wait for a lock, the others are refused.
 */
final class PasswordLocks {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** One less than the wrong ones that are allowed: many right ones at once wait, and none is refused. */
    private static final int MOST = FailedLogins.FROM_ONE_ADDRESS - 1;

    private final Semaphore waiting;
    private final Semaphore cores;

    /**
     * @param most logins that are checked or wait for it
     * @param cores of this machine
     */
    PasswordLocks(int most, int cores) {
        this.waiting = new Semaphore(most);
        this.cores = new Semaphore(Math.max(1, Math.min(MOST, cores / 2)), true);
    }

    /** @throws TooManyLogins if no lock is free soon */
    <T> T take(Supplier<T> check) {
        return withLock(waiting, Duration.ZERO, () -> withLock(cores, PATIENCE, check));
    }

    private static <T> T withLock(Semaphore lock, Duration patience, Supplier<T> check) {
        if (!acquire(lock, patience)) {
            throw new TooManyLogins();
        }
        try {
            return check.get();
        } finally {
            lock.release();
        }
    }

    private static boolean acquire(Semaphore lock, Duration patience) {
        try {
            return lock.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
