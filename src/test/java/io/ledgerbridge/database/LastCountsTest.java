package io.ledgerbridge.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class LastCountsTest {

    private final Queue<Runnable> others = new ArrayDeque<>();
    private long now;
    private long takes;
    private int counted;
    private boolean isAway;
    private final LastCounts<String, Integer> counts = new LastCounts<>(others::add, () -> now);

    @Test
    void countsEachTimeWhatIsQuick() {
        takes = 99;
        assertThat(ask()).isEqualTo(1);
        assertThat(ask()).isEqualTo(2);
    }

    @Test
    void keepsASlowCountForTenTimesAsLongAsItTook() {
        takes = 1_500;
        assertThat(ask()).isEqualTo(1);
        pass(14_900);
        assertThat(ask()).isEqualTo(1);
        assertThat(others).isEmpty();
    }

    @Test
    void countsAnewBesideWhoeverAsksAfterThat() {
        takes = 1_500;
        ask();
        pass(16_000);
        assertThat(ask()).as("nobody waits").isEqualTo(1);
        assertThat(ask()).isEqualTo(1);
        assertThat(others).as("once").hasSize(1);
        others.remove().run();
        assertThat(ask()).isEqualTo(2);
    }

    @Test
    void countsNowWhereNobodyHasAskedForLong() {
        takes = 1_500;
        ask();
        pass(31_000);
        assertThat(ask()).isEqualTo(2);
    }

    @Test
    void keepsTheLastCountWhereTheNextFailsAndTriesAgain() {
        takes = 1_500;
        ask();
        pass(16_000);
        ask();
        isAway = true;
        others.remove().run();
        assertThat(ask()).isEqualTo(1);
        assertThat(others).hasSize(1);
        pass(31_000);
        assertThatThrownBy(this::ask).hasMessage("away");
    }

    private int ask() {
        return counts.of("us", () -> {
            if (isAway) {
                throw new IllegalStateException("away");
            }
            pass(takes);
            return ++counted;
        });
    }

    private void pass(long millis) {
        now += Duration.ofMillis(millis).toNanos();
    }
}
