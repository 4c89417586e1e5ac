package io.ledgerbridge.retention;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.springframework.stereotype.Component;

/**
 * How fast rows are removed: in steps that take about 20 ms, after each of which everybody else has the database four
 * times as long, for ten seconds a turn. On H2, where one transaction at a time writes, webhooks wait for a step.
 */
@Component
class PruningPace {

    private static final Duration AIM = Duration.ofMillis(20);
    private static final int RESTS = 4;
    private static final Duration LONGEST_REST = Duration.ofSeconds(1);
    private static final Duration TURN = Duration.ofSeconds(10);

    private final LongSupplier nanos;
    private final LongConsumer rest;

    PruningPace() {
        this(System::nanoTime, LockSupport::parkNanos);
    }

    /** @param rest for so many nanoseconds */
    PruningPace(LongSupplier nanos, LongConsumer rest) {
        this.nanos = nanos;
        this.rest = rest;
    }

    /** Nanoseconds, of which only differences mean something. */
    long now() {
        return nanos.getAsLong();
    }

    /** Whether a turn has time for another step. */
    boolean isInTime(long began) {
        return now() - began < TURN.toNanos();
    }

    /**
     * Rests after a step.
     *
     * @param rows that it removed, or would have
     * @return how many the next one may remove
     */
    int after(long began, int rows) {
        long took = now() - began;
        rest.accept(Math.min(took * RESTS, LONGEST_REST.toNanos()));
        if (took > AIM.toNanos()) {
            return rows / 2;
        }
        return took < AIM.toNanos() / 2 ? rows * 2 : rows;
    }
}
