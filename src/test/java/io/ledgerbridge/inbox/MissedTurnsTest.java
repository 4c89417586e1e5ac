package io.ledgerbridge.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.TestClock;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MissedTurnsTest {

    private final Exception away =
            new IllegalStateException(new SQLTransientConnectionException("the database is away"));

    private final TestClock clock = new TestClock("2026-11-03T12:00:00Z");
    private final MissedTurns turns = new MissedTurns(clock);

    @Test
    void tellsAtOnceAndThenOnceAMinute() {
        assertThat(turns.missed("drain-inbox", away)).isTrue();
        for (int second = 1; second < 60; second++) {
            clock.advance(Duration.ofSeconds(1));
            assertThat(turns.missed("drain-inbox", away)).isFalse();
        }
        clock.advance(Duration.ofSeconds(1));
        assertThat(turns.missed("drain-inbox", away)).isTrue();
    }

    @Test
    void tellsOfEachRouteAndOfWhatIsNew() {
        assertThat(turns.missed("drain-inbox", away)).isTrue();
        assertThat(turns.missed("sweep-orders", away)).isTrue();
        assertThat(turns.missed("drain-inbox", new IllegalStateException("a defect")))
                .isTrue();
    }
}
