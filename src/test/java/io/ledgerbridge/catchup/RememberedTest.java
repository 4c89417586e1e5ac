package io.ledgerbridge.catchup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What takes long to count is counted seldom. */
class RememberedTest {

    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

    private final Remembered<String, Integer> counts = new Remembered<>();
    private final AtomicInteger counted = new AtomicInteger();

    @Test
    void standsForASecondAtLeast() {
        assertThat(count("one", NOW)).isEqualTo(1);
        assertThat(count("one", NOW.plusMillis(900))).isEqualTo(1);
        assertThat(count("other", NOW)).isEqualTo(2);
        assertThat(count("one", NOW.plus(Duration.ofHours(1)))).isEqualTo(3);
    }

    @Test
    void standsLongerWhereItTookLonger() {
        counts.of("slow", NOW, now -> {
            long until = System.nanoTime() + Duration.ofMillis(100).toNanos();
            while (System.nanoTime() < until) {
                Thread.onSpinWait();
            }
            return 0;
        });

        assertThat(count("slow", NOW.plusSeconds(5).minusMillis(1))).isZero();
    }

    @Test
    void isCountedByOneThreadForAll() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Thread first = new Thread(() -> counts.of("one", NOW, now -> {
            begun.countDown();
            awaited(go);
            return counted.incrementAndGet();
        }));
        first.start();
        begun.await();
        Thread second = new Thread(() -> count("one", NOW));
        second.start();
        go.countDown();
        first.join();
        second.join();

        assertThat(counted).hasValue(1);
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException ended) {
            throw new IllegalStateException(ended);
        }
    }

    private int count(String key, Instant now) {
        return counts.of(key, now, then -> counted.incrementAndGet());
    }
}
