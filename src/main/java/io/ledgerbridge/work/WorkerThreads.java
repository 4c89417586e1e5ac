package io.ledgerbridge.work;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * The threads on which orders are worked. One that dies is replaced, one that was interrupted begins the next order
 * without that, and however an order's work ends, its claim is let go.
 */
public final class WorkerThreads extends ThreadPoolExecutor {

    private final Workers workers;

    public WorkerThreads(int number, Workers workers) {
        super(number, number, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threads());
        this.workers = workers;
    }

    @Override
    protected void afterExecute(Runnable task, @Nullable Throwable thrown) {
        super.afterExecute(task, thrown);
        workers.threadIsFree();
    }

    private static CustomizableThreadFactory threads() {
        CustomizableThreadFactory threads = new CustomizableThreadFactory("post-order-");
        threads.setDaemon(true);
        return threads;
    }
}
