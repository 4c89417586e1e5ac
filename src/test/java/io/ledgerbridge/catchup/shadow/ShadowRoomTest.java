package io.ledgerbridge.catchup.shadow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.ledgerbridge.TestClock;
import io.ledgerbridge.queue.DueCount;
import io.ledgerbridge.queue.Pause;
import io.ledgerbridge.queue.Pauses;
import io.ledgerbridge.sagex3.calls.Calls;
import io.ledgerbridge.sagex3.calls.Quota;
import io.ledgerbridge.work.StoreBackOff;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Real work comes first. */
class ShadowRoomTest {

    private final TestClock clock = new TestClock("2026-11-03T12:00:00Z");
    private final StoreBackOff backOff = mock(StoreBackOff.class);
    private final Calls calls = mock(Calls.class);
    private final Pauses pauses = mock(Pauses.class);
    private final DueCount due = mock(DueCount.class);
    private final ShadowRoom room = new ShadowRoom(backOff, calls, pauses, due, clock::instant);

    @BeforeEach
    void isThere() {
        when(backOff.mayCallShop("us")).thenReturn(true);
        when(calls.quota("us")).thenReturn(Optional.empty());
        when(pauses.of("us")).thenReturn(Optional.empty());
        assertThat(room.isThere("us")).isTrue();
    }

    @Test
    void isNoneWhileTheStoreWaitsForBigCommerce() {
        when(backOff.mayCallShop("us")).thenReturn(false);

        assertThat(room.isThere("us")).isFalse();
    }

    @Test
    void isNoneWhileOrdersQueueUnlessTheStoreIsPaused() {
        when(due.of(Set.of("us"))).thenReturn(99L, 100L, 100L);

        assertThat(room.isThere("us")).isTrue();
        assertThat(room.isThere("us")).isFalse();
        when(pauses.of("us")).thenReturn(Optional.of(new Pause("us", clock.instant(), "ops", "to migrate")));
        assertThat(room.isThere("us")).isTrue();
    }

    @Test
    void isNoneInTheLastThirdOfTheCallsUntilBigCommerceCountsAnew() {
        when(calls.quota("us")).thenReturn(Optional.of(new Quota(45, 150, clock.instant())));
        assertThat(room.isThere("us")).isTrue();
        when(calls.quota("us")).thenReturn(Optional.of(new Quota(44, 150, clock.instant())));
        assertThat(room.isThere("us")).isFalse();

        clock.advance(Duration.ofSeconds(30));

        assertThat(room.isThere("us")).isTrue();
    }
}
