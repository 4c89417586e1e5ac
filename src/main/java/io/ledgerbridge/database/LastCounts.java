package io.ledgerbridge.database;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts for pages that renew themselves. A quick one is made each time. A slow one stands for ten times as long as it took;
 * whoever asks after that gets it once more while it is made anew, and for as long again at the most.
 */
public final class LastCounts<K, V> {

    private static final Logger LOG = LoggerFactory.getLogger(LastCounts.class);

    private static final Duration QUICK = Duration.ofMillis(100);

    private static final int TIMES = 10;

    /** Then all are counted anew. */
    private static final int MOST = 100;

    private final Map<K, Count<V>> counts = new ConcurrentHashMap<>();
    private final Set<K> underWay = ConcurrentHashMap.newKeySet();
    private final Executor others;
    private final LongSupplier nanos;

    private record Count<V>(V value, long at, long stands) {

        boolean isYounger(long now, int times) {
            return now - at < times * stands;
        }
    }

    public LastCounts() {
        this(LastCounts::onAThreadOfItsOwn, System::nanoTime);
    }

    /** @param nanos the time, from any moment on */
    LastCounts(Executor others, LongSupplier nanos) {
        this.others = others;
        this.nanos = nanos;
    }

    private static void onAThreadOfItsOwn(Runnable counting) {
        Thread thread = new Thread(counting, "count-again");
        thread.setDaemon(true);
        thread.start();
    }

    /** What was counted last, or what is counted now: by one thread, for whose count the others wait. */
    public V of(K key, Supplier<V> count) {
        if (counts.size() > MOST) {
            counts.clear();
        }
        long now = nanos.getAsLong();
        Count<V> last = counts.get(key);
        if (last != null && !last.isYounger(now, 1) && last.isYounger(now, 2) && underWay.add(key)) {
            others.execute(() -> again(key, count));
        }
        return Objects.requireNonNull(counts.compute(
                        key, (same, found) -> found != null && found.isYounger(now, 2) ? found : counted(count)))
                .value();
    }

    /** Where it fails, whoever asks next counts. */
    private void again(K key, Supplier<V> count) {
        try {
            counts.put(key, counted(count));
        } catch (RuntimeException failed) {
            LOG.debug("What was counted last stands, since it can't be counted again", failed);
        } finally {
            underWay.remove(key);
        }
    }

    private Count<V> counted(Supplier<V> count) {
        long began = nanos.getAsLong();
        V value = count.get();
        long now = nanos.getAsLong();
        long took = now - began;
        return new Count<>(value, now, took < QUICK.toNanos() ? 0 : TIMES * took);
    }
}
