package io.ledgerbridge.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.TestClock;
import io.ledgerbridge.logging.KnownSecrets;
import io.ledgerbridge.logging.Words;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class MissedTurnsTest {

    private final Exception away =
            new IllegalStateException(new SQLTransientConnectionException("the database is away"));

    private final TestClock clock = new TestClock("2026-11-03T12:00:00Z");
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final MissedTurns turns = new MissedTurns(meters, new Words(new KnownSecrets()), clock);

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

    /** The pool's words count its connections. */
    @Test
    void tellsOnceAMinuteThoughTheWordsChangeWithEachTurn() {
        for (int second = 0; second < 60; second++) {
            assertThat(turns.missed(
                            "drain-inbox",
                            new SQLTransientConnectionException("total=10, active=10, waiting=" + second)))
                    .isEqualTo(second == 0);
            clock.advance(Duration.ofSeconds(1));
        }
    }

    @Test
    void keepsWordsOnOneLine() {
        turns.missed("drain-inbox", new IllegalStateException("away\n2026-11-03 INFO all is well"));

        assertThat(Objects.requireNonNull(turns.lately().get("drain-inbox")).words())
                .doesNotContain("\n");
    }

    @Test
    void countsWhatItDoesNotTellAndForgetsItAfterAnHour() {
        for (int time = 0; time < 3; time++) {
            turns.missed("sweep-orders", new IllegalStateException("away"));
            clock.advance(Duration.ofSeconds(1));
        }

        assertThat(Objects.requireNonNull(turns.lately().get("sweep-orders")).times())
                .isEqualTo(3);
        assertThat(Objects.requireNonNull(turns.lately().get("sweep-orders")).words())
                .contains("away");
        assertThat(meters.get("ledger.bridge.missed.turns")
                        .tag("route", "sweep-orders")
                        .counter()
                        .count())
                .isEqualTo(3);
        clock.advance(Duration.ofHours(1));
        assertThat(turns.lately()).isEmpty();
    }
}
