package io.ledgerbridge.sandbox.bigcommerce;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class QuotaTest {

    private static final Duration WINDOW = Duration.ofSeconds(30);

    private final AtomicLong nanos = new AtomicLong();
    private final Quota quota = new Quota(2, WINDOW, nanos::get);

    @Test
    void refusesCallsBeyondItUntilItsWindowEnds() {
        nanos.addAndGet(WINDOW.toNanos());
        assertThat(quota.take()).isTrue();
        nanos.addAndGet(WINDOW.toNanos() - 1);
        assertThat(quota.take()).isTrue();
        assertThat(quota.take()).isFalse();
        assertThat(quota.headers())
                .containsEntry("X-Rate-Limit-Requests-Left", "0")
                .containsEntry("X-Rate-Limit-Time-Reset-Ms", "1");

        nanos.incrementAndGet();

        assertThat(quota.take()).isTrue();
        assertThat(quota.headers())
                .containsEntry("X-Rate-Limit-Requests-Left", "1")
                .containsEntry("X-Rate-Limit-Time-Reset-Ms", "30000");
    }
}
