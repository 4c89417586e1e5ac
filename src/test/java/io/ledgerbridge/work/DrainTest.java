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
class DrainTest {

    private static final Duration LEASE = Duration.ofMinutes(5);

    private final TestClock clock = new TestClock("2026-11-03T12:00:00Z");
    private final Claims due = mock(Claims.class);
    private final Leases leases = mock(Leases.class);
    private final Claim first = claim(250);
    private final Claim second = claim(251);
    private final Faults faults = mock(Faults.class);
    private final Drain drain = new Drain(
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
        drain.claims();
    }

    @Test
    void renewsWhatAWorkerHasBegunUntilItIsDone() {
        drain.begun(first);
        drain.renew();
        verify(leases).hold(first);
        verify(leases, never()).hold(second);
        clearInvocations(leases);
        drain.done(first);
        drain.renew();
        verify(leases, never()).hold(any());
    }

    @Test
    void letsGoOfAnOrderWhoseWorkNeverEnds() {
        drain.begun(first);
        clock.advance(LEASE.multipliedBy(12).minusSeconds(1));
        drain.renew();
        verify(leases).hold(first);
        clearInvocations(leases);
        clock.advance(Duration.ofSeconds(1));
        drain.renew();
        verify(leases, never()).hold(any());
    }

    @Test
    void givesBackWhatNoWorkerBeginsAndWhatItsWorkerCouldNot() {
        when(due.claim(anyMap(), anyInt())).thenReturn(List.of());
        drain.begun(first);
        drain.giveBackLater(first);
        drain.done(first);
        drain.claims();
        verify(faults).handle(eq(first), any());
        verify(faults, never()).handle(eq(second), any());
        clock.advance(LEASE.dividedBy(2).plusSeconds(1));
        drain.claims();
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
        drain.giveBackLater(first);
        drain.claims();
        drain.claims();
        drain.claims();
        verify(faults, times(2)).handle(eq(first), any());
    }

    @Test
    void renewsTheOthersWhereOneCanNotBeRenewed() {
        doThrow(new IllegalStateException("locked")).when(leases).hold(first);
        doThrow(LeaseLost.of(second)).when(leases).hold(second);
        drain.begun(first);
        drain.begun(second);
        drain.renew();
        verify(leases).hold(first);
        verify(leases).hold(second);
    }

    private Claim claim(long order) {
        return new Claim(leases, "us", order, 1, 1, 0, null, null);
    }
}
