package io.ledgerbridge.inbox;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The claims that this process has, and the threads that work them. What can't be given back, such as while the database
 * is away, and what a thread lost on its way, is kept until it can.
 */
@Component
public class Workers {

    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);

    private final Map<Claim, Work> works = new ConcurrentHashMap<>();
    private final Map<Claim, String> unreturned = new ConcurrentHashMap<>();
    private final AtomicLong moves = new AtomicLong();
    private final Clock clock;

    Workers(Clock clock) {
        this.clock = clock;
    }

    /**
     * A claim on its way.
     *
     * @param since when its work began, or when it was claimed
     * @param thread that works it; null before it has begun
     */
    record Work(Claim claim, Instant since, @Nullable Thread thread) {}

    void claimed(List<Claim> claims) {
        Instant now = clock.instant();
        claims.forEach(claim -> works.put(claim, new Work(claim, now, null)));
    }

    /** The calling thread works a claim from now on. */
    void begun(Claim claim) {
        moves.incrementAndGet();
        works.put(claim, new Work(claim, clock.instant(), Thread.currentThread()));
    }

    void done(Claim claim) {
        moves.incrementAndGet();
        works.remove(claim);
    }

    /** The end of a claim's work could not be written down. */
    void keep(Claim claim, String words) {
        unreturned.put(claim, words);
    }

    /**
     * The calling thread has done with what it was given. A claim that it still has was lost on the way, since even the
     * framework around it can fail, such as for want of memory.
     */
    void threadIsFree() {
        Thread thread = Thread.currentThread();
        works.values().stream()
                .filter(work -> thread.equals(work.thread()))
                .map(Work::claim)
                .forEach(claim -> {
                    LOG.error("{} was left in the middle of its work", claim);
                    keep(claim, "the work was left in the middle");
                    done(claim);
                });
    }

    /** Claims that no thread has begun since an instant never will be, such as where their route was stopped. */
    void letGoUnbegun(Instant earliest) {
        works.values().stream()
                .filter(work -> work.thread() == null && work.since().isBefore(earliest))
                .map(Work::claim)
                .forEach(claim -> {
                    keep(claim, "no worker has begun with it");
                    works.remove(claim);
                });
    }

    /** What is still to be given back, each with what is known of its end; nothing of it is kept. */
    Map<Claim, String> takeUnreturned() {
        Map<Claim, String> taken = Map.copyOf(unreturned);
        unreturned.keySet().removeAll(taken.keySet());
        return taken;
    }

    boolean has(Claim claim) {
        return works.containsKey(claim);
    }

    /** Whether any work began, or was claimed, after an instant. */
    boolean anySince(Instant instant) {
        return works.values().stream().anyMatch(work -> work.since().isAfter(instant));
    }

    /** Grows with each claim whose work begins or ends. */
    long moves() {
        return moves.get();
    }

    /** Every claim that is being worked, or soon is. */
    List<Work> all() {
        return List.copyOf(works.values());
    }
}
