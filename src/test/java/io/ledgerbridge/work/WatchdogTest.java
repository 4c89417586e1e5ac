package io.ledgerbridge.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.ledgerbridge.TestClock;
import io.ledgerbridge.queue.DrainSettings;
import io.ledgerbridge.queue.DueCount;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

/** What it takes for a standstill: 15 minutes, ninety looks of ten seconds. */
class WatchdogTest {

    private static final int LIMIT = 90;

    private final TestClock clock = new TestClock("2026-11-03T12:00:00Z");
    private final OrderScheduler scheduler = mock(OrderScheduler.class);
    private final Workers workers = mock(Workers.class);
    private final ClockOffset clocks = mock(ClockOffset.class);
    private final DueCount due = mock(DueCount.class);
    private final DrainRoute route = mock(DrainRoute.class);
    private final Watchdog watchdog = new Watchdog(
            scheduler,
            workers,
            clocks,
            due,
            route,
            new DrainSettings(Duration.ofMillis(200), 8, Duration.ofMinutes(5)),
            clock);
    private long turn;

    @BeforeEach
    void orders() {
        when(scheduler.open()).thenReturn(Set.of("us"));
        when(due.of(any())).thenReturn(3L);
        turns();
        watchdog.look();
    }

    @Test
    void seesThatNothingMovesThoughOrdersAreDue() {
        looks(LIMIT - 1);
        assertThat(watchdog.isStalled()).isFalse();
        looks(1);
        assertThat(watchdog.isStalled()).isTrue();
        assertThat(watchdog.isUnwatched()).isFalse();
        assertThat(watchdog.since()).isEqualTo(clock.instant().minus(Duration.ofMinutes(15)));
        looks(LIMIT - 1);
        assertThat(watchdog.isBroken()).isFalse();
        looks(1);
        assertThat(watchdog.isBroken()).isTrue();
    }

    @Test
    void isSatisfiedAsSoonAsAnythingMoves() {
        looks(2 * LIMIT);
        when(workers.moves()).thenReturn(1L);
        looks(1);
        assertThat(watchdog.isStalled()).isFalse();
        assertThat(watchdog.isBroken()).isFalse();
    }

    @Test
    void seesThatNobodyLooksForDueOrdersEvenWhereNoneIs() {
        when(due.of(any())).thenReturn(0L);
        for (int look = 0; look < LIMIT; look++) {
            watchdog.look();
        }
        assertThat(watchdog.isStalled()).isTrue();
        assertThat(watchdog.isUnwatched()).isTrue();
    }

    @Test
    void takesNothingDueForNoStandstill() {
        when(due.of(any())).thenReturn(0L);
        looks(3 * LIMIT);
        assertThat(watchdog.isStalled()).isFalse();
    }

    @Test
    void takesADatabaseThatIsAwayForNoStandstill() {
        when(due.of(any())).thenThrow(new DataAccessResourceFailureException("away"));
        looks(3 * LIMIT);
        assertThat(watchdog.isStalled()).isFalse();
    }

    @Test
    void takesStoresThatWaitForNoStandstill() {
        when(scheduler.open()).thenReturn(Set.of());
        when(due.of(Set.of())).thenReturn(0L);
        looks(3 * LIMIT);
        assertThat(watchdog.isStalled()).isFalse();
    }

    @Test
    void takesAClockThatIsTooFarOffForNoStandstill() {
        when(clocks.isTooFar()).thenReturn(true);
        looks(3 * LIMIT);
        assertThat(watchdog.isStalled()).isFalse();
    }

    @Test
    void takesARouteThatSomebodyStoppedForNoStandstill() {
        when(route.isStopped()).thenReturn(true);
        for (int look = 0; look < 3 * LIMIT; look++) {
            watchdog.look();
        }
        assertThat(watchdog.isStalled()).isFalse();
    }

    @Test
    void takesAProcessThatSleptForADayForNoStandstill() {
        looks(2);
        clock.advance(Duration.ofDays(1));
        watchdog.look();
        assertThat(watchdog.isStalled()).isFalse();
    }

    @Test
    void namesAStoreWhoseWorksAllFail() {
        when(workers.failing(Duration.ofMinutes(15))).thenReturn(Map.of("us", row(), "paused", row()));
        looks(1);
        assertThat(watchdog.failing()).containsOnlyKeys("us");
        assertThat(watchdog.isBroken()).as("no new process mends it").isFalse();
        when(workers.failing(Duration.ofMinutes(15))).thenReturn(Map.of());
        looks(1);
        assertThat(watchdog.failing()).isEmpty();
    }

    @Test
    void namesNoStoreWhileADatabaseIsAwayOrTheRouteIsStopped() {
        when(workers.failing(Duration.ofMinutes(15))).thenReturn(Map.of("us", row()));
        when(route.isStopped()).thenReturn(true);
        looks(1);
        assertThat(watchdog.failing()).isEmpty();
        when(route.isStopped()).thenReturn(false);
        when(scheduler.open()).thenThrow(new DataAccessResourceFailureException("away"));
        looks(1);
        assertThat(watchdog.failing()).isEmpty();
    }

    private FailedInARow.Row row() {
        return new FailedInARow.Row(clock.instant(), clock.instant(), Set.of(1L));
    }

    private void looks(int number) {
        for (int look = 0; look < number; look++) {
            turns();
            watchdog.look();
        }
    }

    private void turns() {
        when(scheduler.turns()).thenReturn(++turn);
    }
}
