package io.ledgerbridge.catchup;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What takes long to count. What was counted stands for {@link #TIMES} as long as that took, so that pages that renew
 * themselves cost little.
 */
public final class Remembered<K, V> {

    private static final int TIMES = 50;

    private static final Duration SHORTEST = Duration.ofSeconds(1);

    /** Then all are counted anew. */
    private static final int MOST = 1000;

    private final Map<K, Counted<V>> counted = new ConcurrentHashMap<>();

    private record Counted<V>(V value, Instant until) {}

    /**
     * What was counted last, or what is counted now: by one thread, for whose count the others wait.
     *
     * @param count is told what now is
     */
    public V of(K key, Instant now, Function<Instant, V> count) {
        if (counted.size() > MOST) {
            counted.clear();
        }
        return Objects.requireNonNull(counted.compute(
                        key,
                        (same, before) -> before != null && before.until().isAfter(now) ? before : counted(now, count)))
                .value();
    }

    private static <V> Counted<V> counted(Instant now, Function<Instant, V> count) {
        long began = System.nanoTime();
        V value = count.apply(now);
        Duration stands = Duration.ofNanos(System.nanoTime() - began).multipliedBy(TIMES);
        return new Counted<>(value, now.plus(stands.compareTo(SHORTEST) < 0 ? SHORTEST : stands));
    }
}
