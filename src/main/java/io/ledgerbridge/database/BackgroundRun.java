package io.ledgerbridge.database;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/**
 * Something that looks at all there is, on a thread of its own, one run at a time.
 *
 * @param next takes the next run; empty where one is under way
 * @param run does it
 */
public record BackgroundRun(Executor thread, Supplier<OptionalLong> next, LongConsumer run) {

    /** Begins a run, unless one is under way. */
    public void begin() {
        next.get().ifPresent(number -> thread.execute(() -> run.accept(number)));
    }

    /**
     * Likewise, and waits for its end.
     *
     * @return false where it didn't end in that time
     */
    public boolean begin(Duration patience) throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        next.get().ifPresentOrElse(number -> thread.execute(() -> run(number, ended)), ended::countDown);
        return ended.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void run(long number, CountDownLatch ended) {
        try {
            run.accept(number);
        } finally {
            ended.countDown();
        }
    }
}
