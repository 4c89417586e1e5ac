package io.ledgerbridge.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.same;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.ledgerbridge.WholeProgram;
import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.books.Books;
import io.ledgerbridge.faults.Fault;
import io.ledgerbridge.faults.LeaseLost;
import io.ledgerbridge.health.MissedTurns;
import io.ledgerbridge.posting.Decision;
import io.ledgerbridge.queue.Claim;
import io.ledgerbridge.queue.DrainSettings;
import io.ledgerbridge.queue.OrderWork;
import io.ledgerbridge.work.Faults;
import io.ledgerbridge.work.LateCommitLookUps;
import io.ledgerbridge.work.OrderJournals;
import io.ledgerbridge.work.OrderScheduler;
import io.ledgerbridge.work.PlannedWork;
import io.ledgerbridge.work.StoreBackOff;
import io.ledgerbridge.work.WorkerThreads;
import io.ledgerbridge.work.Workers;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.apache.camel.Processor;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

/** {@code drain-inbox.camel.yaml}, and the worker that it hands a claim to. */
@WholeProgram
class DrainInboxRouteTest {

    private static final int SOON = 30_000;

    private final OrderScheduler scheduler = mock(OrderScheduler.class);
    private final Faults faults = mock(Faults.class);
    private final LateCommitLookUps lookUps = mock(LateCommitLookUps.class);
    private final OrderJournals journals = mock(OrderJournals.class);
    private final MissedTurns missedTurns = mock(MissedTurns.class);
    private final Claim first = Given.claim(250);
    private final Claim second = Given.claim(251);

    @Test
    void handsEachClaimToAWorker() throws Exception {
        when(scheduler.claims()).thenReturn(List.of(first, second)).thenReturn(List.of());
        try (RouteRun run = running(2, exchange -> {})) {
            verify(scheduler, timeout(SOON).times(2)).done(any());

            assertThat(run.arrivals())
                    .extracting(arrival -> arrival.variables().get("claim"))
                    .containsExactlyInAnyOrder(first, second);
        }
        verify(faults, never()).handle(any(), any());
    }

    @Test
    void worksAsManyClaimsAtOnceAsThereAreWorkers() throws Exception {
        CyclicBarrier both = new CyclicBarrier(2);
        when(scheduler.claims()).thenReturn(List.of(first, second)).thenReturn(List.of());
        try (RouteRun run = running(2, exchange -> both.await(SOON, TimeUnit.MILLISECONDS))) {
            verify(scheduler, timeout(SOON).times(2)).done(any());

            assertThat(run.arrivals()).hasSize(2);
        }
        verify(faults, never()).handle(any(), any());
    }

    @Test
    void worksNoMoreAtOnceThanThereAreWorkers() throws Exception {
        CyclicBarrier both = new CyclicBarrier(2);
        AtomicBoolean met = new AtomicBoolean();
        when(scheduler.claims()).thenReturn(List.of(first, second)).thenReturn(List.of());
        try (RouteRun run = running(1, exchange -> {
            both.await(200, TimeUnit.MILLISECONDS);
            met.set(true);
        })) {
            verify(scheduler, timeout(SOON).times(2)).done(any());

            assertThat(run.arrivals()).hasSize(2);
            assertThat(met).isFalse();
        }
    }

    @Test
    void handsAFailureOverWithItsClaimAndFreesTheWorkerOnce() throws Exception {
        Fault fault = Fault.passing("down", null);
        when(scheduler.claims()).thenReturn(List.of(first, second)).thenReturn(List.of());
        try (RouteRun run = running(1, exchange -> {
            if (first.equals(exchange.getVariable("claim"))) {
                throw fault;
            }
        })) {
            verify(scheduler, timeout(SOON).times(2)).done(any());
            verify(faults).handle(first, fault);
            verify(faults, never()).handle(eq(second), any());

            assertThat(run.arrivals()).hasSize(2);
        }
        verify(scheduler, times(2)).done(any());
    }

    @Test
    void handsOverALostLeaseToo() throws Exception {
        LeaseLost lost = LeaseLost.of(first);
        when(scheduler.claims()).thenReturn(List.of(first)).thenReturn(List.of());
        try (RouteRun run = running(1, exchange -> {
            throw lost;
        })) {
            verify(scheduler, timeout(SOON)).done(any());

            assertThat(run.arrivals()).hasSize(1);
            verify(faults).handle(same(first), same(lost));
        }
    }

    @Test
    void freesTheWorkerWhereTheClaimCanNotBeGivenBackEither() throws Exception {
        doThrow(new IllegalStateException("no database")).when(faults).handle(any(), any());
        when(scheduler.claims())
                .thenReturn(List.of(first))
                .thenReturn(List.of(second))
                .thenReturn(List.of());
        try (RouteRun run = running(1, exchange -> {
            throw Fault.passing("down", null);
        })) {
            verify(scheduler, timeout(SOON).times(2)).done(any());

            assertThat(run.arrivals()).hasSize(2);
            verify(faults).handle(eq(first), argThat(failure -> failure instanceof Fault));
        }
    }

    @Test
    void looksAgainAfterALookThatFailed() throws Exception {
        when(scheduler.claims())
                .thenThrow(new IllegalStateException("no database"))
                .thenReturn(List.of(first))
                .thenReturn(List.of());
        try (RouteRun run = running(1, exchange -> {})) {
            verify(scheduler, timeout(SOON)).done(any());

            assertThat(run.arrivals()).hasSize(1);
        }
        verify(missedTurns).missed(eq("drain-inbox"), any(IllegalStateException.class));
    }

    @Test
    void keepsItsOnlyWorkerWhateverTheWorkThrows() throws Exception {
        List<Throwable> thrown = WhatATaskMayThrow.all();
        List<Claim> claims =
                LongStream.range(0, thrown.size()).mapToObj(Given::claim).toList();
        when(scheduler.claims()).thenReturn(claims).thenReturn(List.of(first)).thenReturn(List.of());
        try (RouteRun run = running(1, exchange -> {
            Claim claim = (Claim) exchange.getVariable("claim");
            if (!claim.equals(first)) {
                throw WhatATaskMayThrow.sneakily(thrown.get((int) claim.order()));
            }
        })) {
            verify(scheduler, timeout(SOON)).done(first);

            assertThat(run.arrivals()).hasSize(thrown.size() + 1);
        }
        for (Claim claim : claims) {
            verify(scheduler).done(claim);
            verify(faults).handle(eq(claim), argThat(failure -> isOrHas(failure, thrown.get((int) claim.order()))));
        }
        verify(faults, never()).handle(eq(first), any());
    }

    @Test
    void keepsItsOnlyWorkerWhateverTheEndOfTheWorkThrows() throws Exception {
        for (Throwable thrown : WhatATaskMayThrow.some()) {
            Mockito.reset(scheduler, faults);
            doAnswer(call -> {
                        throw WhatATaskMayThrow.sneakily(thrown);
                    })
                    .when(faults)
                    .handle(any(), any());
            when(scheduler.claims())
                    .thenReturn(List.of(first))
                    .thenReturn(List.of(second))
                    .thenReturn(List.of());
            try (RouteRun run = running(1, exchange -> {
                throw Fault.passing("down", null);
            })) {
                verify(scheduler, timeout(SOON).times(2)).done(any());

                assertThat(run.arrivals()).hasSize(2);
            }
        }
    }

    /** Counted by the stand-ins, since whoever verifies a call of claims waits with its lock. */
    @Test
    void looksAndRenewsAgainWhateverATurnThrows() throws Exception {
        for (Throwable thrown : WhatATaskMayThrow.some()) {
            Mockito.reset(scheduler, missedTurns);
            CountDownLatch looks = new CountDownLatch(3);
            CountDownLatch renewals = new CountDownLatch(2);
            when(scheduler.claims()).thenAnswer(call -> {
                looks.countDown();
                throw WhatATaskMayThrow.sneakily(thrown);
            });
            doAnswer(call -> {
                        renewals.countDown();
                        throw WhatATaskMayThrow.sneakily(thrown);
                    })
                    .when(scheduler)
                    .renew();
            doAnswer(call -> {
                        throw WhatATaskMayThrow.sneakily(thrown);
                    })
                    .when(missedTurns)
                    .missed(any(), any());
            RouteRun run = running(1, Duration.ofMillis(60), exchange -> {});
            try (run) {
                assertThat(looks.await(SOON, TimeUnit.MILLISECONDS))
                        .as("looks after %s", thrown)
                        .isTrue();
                assertThat(renewals.await(SOON, TimeUnit.MILLISECONDS))
                        .as("renews after %s", thrown)
                        .isTrue();
            }
        }
    }

    private static boolean isOrHas(Throwable failure, Throwable thrown) {
        return failure == thrown || failure.getCause() == thrown;
    }

    private RouteRun running(int workers, Processor working) throws Exception {
        return running(workers, Duration.ofMinutes(5), working);
    }

    private RouteRun running(int workers, Duration lease, Processor working) throws Exception {
        WorkerThreads threads = new WorkerThreads(workers, mock(Workers.class));
        when(lookUps.next(any())).thenReturn(LateCommitLookUps.Next.WORK);
        when(journals.plan(any(), any())).thenReturn(new PlannedWork(Decision.HOLD, List.of(), "", null));
        return RouteRun.of("drain-inbox", "post-order")
                .bean("drainWorkers", threads)
                .bean("orderScheduler", scheduler)
                .bean("faults", faults)
                .bean("missedTurns", missedTurns)
                .bean("drainSettings", new DrainSettings(Duration.ofMillis(20), workers, lease))
                .bean("books", mock(Books.class))
                .bean("lateCommitLookUps", lookUps)
                .bean("orderJournals", journals)
                .bean("orderWork", mock(OrderWork.class))
                .bean("storeBackOff", mock(StoreBackOff.class))
                .standIn("read-order", exchange -> {
                    working.process(exchange);
                    exchange.getMessage().setBody(mock(OrderReading.class));
                })
                .standIn("send-journal")
                .start();
    }

    /** Everything that a task can end with, whatever its signature says. */
    private static final class WhatATaskMayThrow {

        private WhatATaskMayThrow() {}

        static List<Throwable> all() {
            return List.of(
                    new OutOfMemoryError("Java heap space"),
                    new StackOverflowError(),
                    new NoClassDefFoundError("io/ledgerbridge/Gone"),
                    new ExceptionInInitializerError(new IllegalStateException("static")),
                    new AssertionError("impossible"),
                    new ThreadDeath(),
                    new InternalError(),
                    new Throwable("neither exception nor error"),
                    new IOException("sneaky"),
                    new InterruptedException("told to stop"));
        }

        /** One of each kind. */
        static List<Throwable> some() {
            return List.of(new OutOfMemoryError("Java heap space"), new InterruptedException("told to stop"));
        }

        /** Throws what the compiler doesn't expect; an interrupt is left on the thread, as it mostly is. */
        static RuntimeException sneakily(Throwable thrown) {
            if (thrown instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            return WhatATaskMayThrow.<RuntimeException>hide(thrown);
        }

        @SuppressWarnings("unchecked")
        private static <T extends Throwable> RuntimeException hide(Throwable thrown) throws T {
            throw (T) thrown;
        }
    }
}
