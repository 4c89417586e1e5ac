package io.ledgerbridge.work;

import io.ledgerbridge.queue.Claim;
import java.time.Clock;
import java.time.Duration;
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
    private final FailedInARow failed = new FailedInARow();
    private final Clock clock;

    public Workers(Clock clock) {
        this.clock = clock;
    }

    /**
     * A claim on its way.
     *
     * @param since when its work began, or when it was claimed
     * @param thread that works it; null before it has begun
     * @param end what is known of how it ends
     */
    record Work(Claim claim, Instant since, @Nullable Thread thread, End end) {

        Work ending(End as) {
            return new Work(claim, since, thread, as);
        }
    }

    /** How a work ends. */
    private enum End {
        /** In a way that is foreseen: also where it parks, or waits for a side that is away. */
        FORESEEN,
        /** By a failure that nobody foresaw. */
        UNFORESEEN,
        /** It could not be written down. */
        UNWRITTEN
    }

    void claimed(List<Claim> claims) {
        Instant now = clock.instant();
        claims.forEach(claim -> works.put(claim, new Work(claim, now, null, End.FORESEEN)));
    }

    /** The calling thread works a claim from now on. */
    void begun(Claim claim) {
        works.put(claim, new Work(claim, clock.instant(), Thread.currentThread(), End.FORESEEN));
    }

    void done(Claim claim) {
        Work work = works.remove(claim);
        if (work != null) {
            note(claim, work.end());
        }
    }

    private void note(Claim claim, End end) {
        if (end == End.FORESEEN) {
            moves.incrementAndGet();
            failed.passed(claim);
        } else if (end == End.UNFORESEEN) {
            failed.failed(claim, clock.instant());
        }
    }

    /** The work on a claim failed in a way that nobody foresaw. */
    void failed(Claim claim) {
        works.computeIfPresent(claim, (same, work) -> work.ending(End.UNFORESEEN));
    }

    /** The end of a claim's work could not be written down. */
    void keep(Claim claim, String words) {
        works.computeIfPresent(claim, (same, work) -> work.ending(End.UNWRITTEN));
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
                    failed(claim);
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

    /** Grows with each claim whose work ends in a way that is foreseen. */
    long moves() {
        return moves.get();
    }

    /** The stores of which, for so long, every work has failed in a way that nobody foresaw. */
    Map<String, FailedInARow.Row> failing(Duration limit) {
        return failed.over(limit, clock.instant());
    }

    /** Every claim that is being worked, or soon is. */
    List<Work> all() {
        return List.copyOf(works.values());
    }
}
