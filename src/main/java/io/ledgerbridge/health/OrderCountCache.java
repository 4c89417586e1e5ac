package io.ledgerbridge.health;

import io.ledgerbridge.parked.OrderCounts;
import io.ledgerbridge.parked.StoreCounts;
import io.ledgerbridge.queue.Pause;
import io.ledgerbridge.queue.Pauses;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/**
 * The orders of every store as they were counted last, by a thread of its own, at {@link CountInterval}: nobody who asks
 * waits for the database. While that is away, the last count stays.
 */
@Component
class OrderCountCache implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(OrderCountCache.class);

    private final OrderCounts counts;
    private final Pauses pauses;
    private final Clock clock;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(new CustomizableThreadFactory("count-orders-"));
    private volatile Count last = new Count(Map.of(), Set.of(), Instant.EPOCH);

    OrderCountCache(OrderCounts counts, Pauses pauses, Clock clock) {
        this.counts = counts;
        this.pauses = pauses;
        this.clock = clock;
    }

    private record Count(Map<String, StoreCounts> byStore, Set<String> paused, Instant at) {}

    /** Counts for the first time before anybody can ask; a start doesn't wait long for it. */
    @Override
    public void afterSingletonsInstantiated() {
        try {
            thread.submit(this::countAndGoOn).get(5, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException late) {
            LOG.debug("The orders are not counted yet", late);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @PreDestroy
    void stop() {
        thread.shutdownNow();
    }

    StoreCounts of(String store) {
        return last.byStore.getOrDefault(store, StoreCounts.NONE);
    }

    boolean isPaused(String store) {
        return last.paused.contains(store);
    }

    /** When it was counted; the epoch: never. */
    Instant at() {
        return last.at;
    }

    private void countAndGoOn() {
        Duration pause = CountInterval.AFTER_A_FAILURE;
        try {
            pause = count();
        } catch (RuntimeException | Error failed) {
            LOG.debug("The orders can't be counted", failed);
        } finally {
            goOnAfter(pause);
        }
    }

    private Duration count() {
        long start = System.nanoTime();
        Set<String> paused = pauses.all().stream().map(Pause::store).collect(Collectors.toUnmodifiableSet());
        last = new Count(counts.byStore(), paused, clock.instant());
        return CountInterval.after(Duration.ofNanos(System.nanoTime() - start));
    }

    /** What a count throws it catches itself. */
    @SuppressWarnings("FutureReturnValueIgnored")
    private void goOnAfter(Duration pause) {
        if (!thread.isShutdown()) {
            thread.schedule(this::countAndGoOn, pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }
}
