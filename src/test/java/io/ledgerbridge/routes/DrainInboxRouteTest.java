package io.ledgerbridge.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.same;
import static org.mockito.Mockito.atLeast;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.ledgerbridge.books.Fault;
import io.ledgerbridge.books.LeaseLost;
import io.ledgerbridge.inbox.Claim;
import io.ledgerbridge.inbox.Drain;
import io.ledgerbridge.inbox.DrainSettings;
import io.ledgerbridge.inbox.Faults;
import io.ledgerbridge.inbox.MissedTurns;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.Processor;
import org.junit.jupiter.api.Test;

/** {@code drain-inbox.camel.yaml}. */
class DrainInboxRouteTest {

    private static final int SOON = 4000;

    private final Drain drain = mock(Drain.class);
    private final Faults faults = mock(Faults.class);
    private final MissedTurns missedTurns = mock(MissedTurns.class);
    private final Claim first = Given.claim(250);
    private final Claim second = Given.claim(251);

    @Test
    void worksEachClaimAndFreesItsWorker() throws Exception {
        when(drain.claims()).thenReturn(List.of(first, second)).thenReturn(List.of());
        try (RouteRun run = running(2, exchange -> {})) {
            verify(drain, timeout(SOON).times(2)).done(any());

            assertThat(run.arrivals())
                    .extracting(arrival -> arrival.variables().get("claim"))
                    .containsExactlyInAnyOrder(first, second);
        }
        verify(faults, never()).handle(any(), any());
    }

    @Test
    void worksAsManyClaimsAtOnceAsThereAreWorkers() throws Exception {
        CyclicBarrier both = new CyclicBarrier(2);
        when(drain.claims()).thenReturn(List.of(first, second)).thenReturn(List.of());
        try (RouteRun run = running(2, exchange -> both.await(SOON, TimeUnit.MILLISECONDS))) {
            verify(drain, timeout(SOON).times(2)).done(any());

            assertThat(run.arrivals()).hasSize(2);
        }
        verify(faults, never()).handle(any(), any());
    }

    @Test
    void worksNoMoreAtOnceThanThereAreWorkers() throws Exception {
        CyclicBarrier both = new CyclicBarrier(2);
        AtomicBoolean met = new AtomicBoolean();
        when(drain.claims()).thenReturn(List.of(first, second)).thenReturn(List.of());
        try (RouteRun run = running(1, exchange -> {
            both.await(200, TimeUnit.MILLISECONDS);
            met.set(true);
        })) {
            verify(drain, timeout(SOON).times(2)).done(any());

            assertThat(run.arrivals()).hasSize(2);
            assertThat(met).isFalse();
        }
    }

    @Test
    void handsAFailureOverWithItsClaimAndFreesTheWorkerOnce() throws Exception {
        Fault fault = Fault.passing("down", null);
        when(drain.claims()).thenReturn(List.of(first, second)).thenReturn(List.of());
        try (RouteRun run = running(1, exchange -> {
            if (first.equals(exchange.getVariable("claim"))) {
                throw fault;
            }
        })) {
            verify(drain, timeout(SOON).times(2)).done(any());
            verify(faults).handle(first, fault);
            verify(faults, never()).handle(eq(second), any());

            assertThat(run.arrivals()).hasSize(2);
        }
        verify(drain, times(2)).done(any());
    }

    @Test
    void handsOverALostLeaseToo() throws Exception {
        LeaseLost lost = LeaseLost.of(first);
        when(drain.claims()).thenReturn(List.of(first)).thenReturn(List.of());
        try (RouteRun run = running(1, exchange -> {
            throw lost;
        })) {
            verify(drain, timeout(SOON)).done(any());

            assertThat(run.arrivals()).hasSize(1);
            verify(faults).handle(same(first), same(lost));
        }
    }

    @Test
    void freesTheWorkerWhereTheClaimCanNotBeGivenBackEither() throws Exception {
        doThrow(new IllegalStateException("no database")).when(faults).handle(any(), any());
        when(drain.claims())
                .thenReturn(List.of(first))
                .thenReturn(List.of(second))
                .thenReturn(List.of());
        try (RouteRun run = running(1, exchange -> {
            throw Fault.passing("down", null);
        })) {
            verify(drain, timeout(SOON).times(2)).done(any());

            assertThat(run.arrivals()).hasSize(2);
            verify(faults).handle(eq(first), argThat(failure -> failure instanceof Fault));
        }
    }

    @Test
    void looksAgainAfterALookThatFailed() throws Exception {
        when(drain.claims())
                .thenThrow(new IllegalStateException("no database"))
                .thenReturn(List.of(first))
                .thenReturn(List.of());
        try (RouteRun run = running(1, exchange -> {})) {
            verify(drain, timeout(SOON)).done(any());
            verify(drain, timeout(SOON).atLeast(3)).claims();

            assertThat(run.arrivals()).hasSize(1);
        }
        verify(drain, atLeast(3)).claims();
        verify(missedTurns).missed(eq("drain-inbox"), any(IllegalStateException.class));
    }

    private RouteRun running(int workers, Processor posting) throws Exception {
        return RouteRun.of("drain-inbox")
                .bean("drain", drain)
                .bean("faults", faults)
                .bean("missedTurns", missedTurns)
                .bean("drainSettings", new DrainSettings(Duration.ofMillis(20), workers, Duration.ofMinutes(5)))
                .standIn("post-order", posting)
                .start();
    }
}
