package io.ledgerbridge.frontdoor;

import io.ledgerbridge.settings.FrontDoorSettings;
import java.util.Map;
import java.util.concurrent.Semaphore;

/**
 * How many of the web server's threads each kind of request may hold at once. A thread has its place from where the
 * request is known until its answer has been written, to a slow reader, too.
 */
final class ThreadLimits {

    /** Liveness and readiness need none: the threads that nobody else may hold are theirs. */
    enum Kind {
        HEALTH,
        WEBHOOK,
        OTHER
    }

    /** What is left for health, and for the moments before a request is known. */
    private static final int RESERVE = 50;

    private static final ThreadLocal<Semaphore> HELD = new ThreadLocal<>();

    private final int threads;
    private final Map<Kind, Semaphore> free;

    ThreadLimits(FrontDoorSettings settings) {
        threads = settings.webhooks() + settings.requests() + RESERVE;
        free = Map.of(
                Kind.HEALTH, new Semaphore(Integer.MAX_VALUE),
                Kind.WEBHOOK, new Semaphore(settings.webhooks()),
                Kind.OTHER, new Semaphore(settings.requests()));
    }

    /** So many threads the web server needs. */
    int threads() {
        return threads;
    }

    /** Whether this thread may go on; it keeps its place until {@link #leave}. */
    boolean enter(Kind kind) {
        Semaphore places = free.get(kind);
        if (places == null || HELD.get() != null || !places.tryAcquire()) {
            return HELD.get() != null;
        }
        HELD.set(places);
        return true;
    }

    /** Gives this thread's place back, if it has one. */
    void leave() {
        Semaphore places = HELD.get();
        if (places != null) {
            HELD.remove();
            places.release();
        }
    }
}
