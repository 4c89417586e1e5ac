package io.ledgerbridge.work;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyMap;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.ledgerbridge.TestClock;
import io.ledgerbridge.bigcommerce.ShopSettings;
import io.ledgerbridge.bigcommerce.Shops;
import io.ledgerbridge.faults.LeaseLost;
import io.ledgerbridge.queue.Claim;
import io.ledgerbridge.queue.Claims;
import io.ledgerbridge.queue.DrainSettings;
import io.ledgerbridge.queue.Leases;
import io.ledgerbridge.queue.Pauses;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose leases are renewed, and how long. */
class OrderSchedulerTest {

    private static final Duration LEASE = Duration.ofMinutes(5);

    private final TestClock clock = new TestClock("2026-11-03T12:00:00Z");
    private final Claims due = mock(Claims.class);
    private final Leases leases = mock(Leases.class);
    private final Claim first = claim(250);
    private final Claim second = claim(251);
    private final Faults faults = mock(Faults.class);
    private final OrderScheduler scheduler = new OrderScheduler(
            due,
            mock(StoreBackOff.class),
            mock(Pauses.class),
            new DrainSettings(Duration.ofMillis(200), 2, LEASE),
            clock,
            new Shops(Map.of("us", mock(ShopSettings.class))),
            new Workers(clock),
            faults,
            mock(Quarantine.class),
            mock(ClockOffset.class),
            clock::instant);

    @BeforeEach
    void claimTwo() {
        when(due.claim(anyMap(), anyInt())).thenReturn(List.of(first, second));
        scheduler.claims();
    }

    @Test
    void renewsWhatAWorkerHasBegunUntilItIsDone() {
        scheduler.begun(first);
        scheduler.renew();
        verify(leases).hold(first);
        verify(leases, never()).hold(second);
        clearInvocations(leases);
        scheduler.done(first);
        scheduler.renew();
        verify(leases, never()).hold(any());
    }

    @Test
    void letsGoOfAnOrderWhoseWorkNeverEnds() {
        scheduler.begun(first);
        clock.advance(LEASE.multipliedBy(12).minusSeconds(1));
        scheduler.renew();
        verify(leases).hold(first);
        clearInvocations(leases);
        clock.advance(Duration.ofSeconds(1));
        scheduler.renew();
        verify(leases, never()).hold(any());
    }

    @Test
    void givesBackWhatNoWorkerBeginsAndWhatItsWorkerCouldNot() {
        when(due.claim(anyMap(), anyInt())).thenReturn(List.of());
        scheduler.begun(first);
        scheduler.giveBackLater(first);
        scheduler.done(first);
        scheduler.claims();
        verify(faults).handle(eq(first), any());
        verify(faults, never()).handle(eq(second), any());
        clock.advance(LEASE.dividedBy(2).plusSeconds(1));
        scheduler.claims();
        verify(faults).handle(eq(second), any());
        verify(faults).handle(eq(first), any());
    }

    @Test
    void triesAgainToGiveBackWhatItCouldNot() {
        when(due.claim(anyMap(), anyInt())).thenReturn(List.of());
        doThrow(new IllegalStateException("no database"))
                .doNothing()
                .when(faults)
                .handle(any(), any());
        scheduler.giveBackLater(first);
        scheduler.claims();
        scheduler.claims();
        scheduler.claims();
        verify(faults, times(2)).handle(eq(first), any());
    }

    @Test
    void renewsTheOthersWhereOneCanNotBeRenewed() {
        doThrow(new IllegalStateException("locked")).when(leases).hold(first);
        doThrow(LeaseLost.of(second)).when(leases).hold(second);
        scheduler.begun(first);
        scheduler.begun(second);
        scheduler.renew();
        verify(leases).hold(first);
        verify(leases).hold(second);
    }

    private Claim claim(long order) {
        return new Claim(leases, "us", order, 1, 1, 0, null, null);
    }
}
