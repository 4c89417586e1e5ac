package io.ledgerbridge.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import io.ledgerbridge.TestClock;
import io.ledgerbridge.queue.Claim;
import io.ledgerbridge.queue.Leases;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What counts as progress, and which stores' works all fail. */
class WorkersTest {

    private static final Duration LIMIT = Duration.ofMinutes(15);

    private final TestClock clock = new TestClock("2026-11-03T12:00:00Z");
    private final Workers workers = new Workers(clock);
    private final Leases leases = mock(Leases.class);

    @Test
    void countsAWorkThatEndsInAForeseenWayAlone() {
        begin("us", 1);
        assertThat(workers.moves()).isZero();
        pass("us", 1);
        assertThat(workers.moves()).isEqualTo(1);
        fail("us", 2);
        assertThat(workers.moves()).isEqualTo(1);
    }

    @Test
    void countsNoWorkWhoseEndCouldNotBeWrittenDown() {
        Claim claim = begin("us", 1);
        workers.keep(claim, "no database");
        workers.done(claim);
        assertThat(workers.moves()).isZero();
    }

    @Test
    void countsAWorkThatIsWorkedAgainAndPasses() {
        fail("us", 1);
        pass("us", 1);
        assertThat(workers.moves()).isEqualTo(1);
    }

    @Test
    void tellsOfAStoreWhoseWorksAllFailForSoLong() {
        failAll("us", LIMIT.minusSeconds(1));
        assertThat(workers.failing(LIMIT)).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        fail("us", 1);
        assertThat(workers.failing(LIMIT)).containsOnlyKeys("us");
        assertThat(workers.failing(LIMIT))
                .containsValue(new FailedInARow.Row(
                        Instant.parse("2026-11-03T12:00:00Z"), clock.instant(), Set.of(1L, 2L, 3L)));
    }

    @Test
    void tellsOfAWorkThatItsThreadLostAsOfAnyOther() {
        for (int order = 1; order < 4; order++) {
            begin("us", order);
            workers.threadIsFree();
            clock.advance(LIMIT);
        }
        assertThat(workers.failing(LIMIT)).containsOnlyKeys("us");
        assertThat(workers.moves()).isZero();
    }

    @Test
    void isSilentAsSoonAsOneWorkEndsOtherwise() {
        failAll("us", LIMIT);
        pass("us", 9);
        assertThat(workers.failing(LIMIT)).isEmpty();
        fail("us", 1);
        assertThat(workers.failing(LIMIT)).isEmpty();
    }

    @Test
    void takesAnotherStoresProgressForNone() {
        failAll("us", LIMIT);
        pass("eu", 9);
        assertThat(workers.failing(LIMIT)).containsOnlyKeys("us");
    }

    @Test
    void takesTwoOrdersThatFailForNoStores() {
        for (int time = 0; time < 20; time++) {
            fail("us", time % 2);
            clock.advance(Duration.ofMinutes(5));
        }
        assertThat(workers.failing(LIMIT)).isEmpty();
    }

    @Test
    void forgetsWhatFailedLongAgo() {
        failAll("us", LIMIT);
        clock.advance(Duration.ofHours(2));
        assertThat(workers.failing(LIMIT)).isEmpty();
    }

    /** Three orders, the first at once and the last at the end of a while. */
    private void failAll(String store, Duration during) {
        fail(store, 1);
        fail(store, 2);
        clock.advance(during);
        fail(store, 3);
    }

    private Claim begin(String store, long order) {
        Claim claim = new Claim(leases, store, order, 1, 1, 0, null, null);
        workers.claimed(List.of(claim));
        workers.begun(claim);
        return claim;
    }

    private void pass(String store, long order) {
        workers.done(begin(store, order));
    }

    private void fail(String store, long order) {
        Claim claim = begin(store, order);
        workers.failed(claim);
        workers.done(claim);
    }
}
