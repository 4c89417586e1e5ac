package io.ledgerbridge.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PruningPaceTest {

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicLong rested = new AtomicLong();
    private final PruningPace pace = new PruningPace(nanos::get, rested::addAndGet);

    @ParameterizedTest
    @CsvSource({"1, 200", "9, 200", "10, 100", "20, 100", "21, 50", "5000, 50"})
    void removesFewerRowsAfterASlowStepAndMoreAfterAFastOne(int millis, int next) {
        assertThat(after(millis)).isEqualTo(next);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "15, 60", "200, 800", "251, 1000", "60000, 1000"})
    void leavesTheDatabaseToOthersFourTimesAsLongButNotForLong(int millis, int rest) {
        after(millis);

        assertThat(Duration.ofNanos(rested.get())).hasMillis(rest);
    }

    @Test
    void endsATurnAfterTenSeconds() {
        long began = pace.now();

        nanos.addAndGet(Duration.ofMillis(9_999).toNanos());
        assertThat(pace.isInTime(began)).isTrue();
        nanos.addAndGet(Duration.ofMillis(1).toNanos());
        assertThat(pace.isInTime(began)).isFalse();
    }

    private int after(int millis) {
        long began = pace.now();
        nanos.addAndGet(Duration.ofMillis(millis).toNanos());
        return pace.after(began, 100);
    }
}
