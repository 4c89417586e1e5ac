package io.ledgerbridge.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.atMost;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import io.ledgerbridge.WholeProgram;
import io.ledgerbridge.bigcommerce.Order;
import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.books.Books;
import io.ledgerbridge.books.Journal;
import io.ledgerbridge.books.JournalState;
import io.ledgerbridge.faults.Fault;
import io.ledgerbridge.faults.NeedsPersonFault;
import io.ledgerbridge.faults.ParkCode;
import io.ledgerbridge.faults.ParkReason;
import io.ledgerbridge.faults.UncertainFault;
import io.ledgerbridge.posting.Decision;
import io.ledgerbridge.queue.Claim;
import io.ledgerbridge.queue.OrderWork;
import io.ledgerbridge.work.Faults;
import io.ledgerbridge.work.LateCommitLookUps;
import io.ledgerbridge.work.OrderJournals;
import io.ledgerbridge.work.OrderScheduler;
import io.ledgerbridge.work.PlannedWork;
import io.ledgerbridge.work.StoreBackOff;
import java.time.Instant;
import java.util.List;
import org.apache.camel.Processor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

/** {@code post-order.camel.yaml}. */
@WholeProgram
class PostOrderRouteTest {

    private static final int SOON = 30_000;
    private static final ParkReason REASON = new ParkReason(ParkCode.UNMAPPED_CHANNEL, "channel 7", "Map it.");

    private final Claim claim = Given.claim();
    private final Books books = mock(Books.class);
    private final LateCommitLookUps lookAgain = mock(LateCommitLookUps.class);
    private final OrderScheduler scheduler = mock(OrderScheduler.class);
    private final Faults faults = mock(Faults.class);
    private final OrderWork orderWork = mock(OrderWork.class);
    private final OrderJournals orderJournals = mock(OrderJournals.class);
    private final OrderReading reading = new OrderReading(mock(Order.class), List.of(), List.of());
    private final List<Journal> journals = List.of(Given.journal(), Given.journal("BC250-A1", "1"));
    private Object planner = orderJournals;
    private Processor sending = exchange -> {};
    private Processor readingOrder = exchange -> exchange.getMessage().setBody(reading);

    /** What no plan of today says. */
    public record OddPlan(String decision, List<Journal> journals) {}

    /** Plans so. */
    public static final class OddPlanner {
        public OddPlan plan(Claim claim, OrderReading reading) {
            return new OddPlan("WAIT", List.of());
        }

        /** Which is never asked. */
        public void readAgain(ParkReason reason) {
            assertThat(reason).isNull();
        }
    }

    @BeforeEach
    void know() {
        when(books.unsettledOf(Given.STORE, Given.ORDER)).thenReturn(List.of());
        when(lookAgain.dueOf(Given.STORE, Given.ORDER)).thenReturn(List.of());
        when(lookAgain.next(claim)).thenReturn(LateCommitLookUps.Next.WORK);
    }

    @Test
    void sendsThePlannedJournalsInTheirOrderAndEndsPosted() throws Exception {
        plan(Decision.POST, journals, null);

        Result result = work();

        verifyNoInteractions(faults);
        assertThat(result.visited()).containsExactly("read-order", "send-journal", "send-journal");
        assertThat(result.bodiesAt("send-journal")).isEqualTo(journals);
        verify(orderWork).posted(claim);
        verifyNoMoreInteractions(orderWork);
    }

    @Test
    void endsPostedWhereTheLedgerLacksNothing() throws Exception {
        plan(Decision.POST, List.of(), null);

        assertThat(work().visited()).containsExactly("read-order");
        verify(orderWork).posted(claim);
    }

    @Test
    void stopsAtTheFirstJournalThatFails() throws Exception {
        plan(Decision.POST, journals, null);
        sending = exchange -> {
            throw Fault.passing("down", null);
        };

        Result result = work();

        assertThat(result.failure(Fault.class)).hasMessage("down");
        assertThat(result.bodiesAt("send-journal")).containsExactly(journals.get(0));
        verifyNoInteractions(orderWork);
    }

    @Test
    void holdsAnOrderThatWaitsForItsPayment() throws Exception {
        plan(Decision.HOLD, List.of(), null);

        assertThat(work().visited()).containsExactly("read-order");
        verify(orderWork).held(claim, "because");
        verifyNoMoreInteractions(orderWork);
    }

    @Test
    void ignoresAnOrderThatMakesNoEntry() throws Exception {
        plan(Decision.IGNORE, List.of(), null);

        assertThat(work().visited()).containsExactly("read-order");
        verify(orderWork).ignored(claim, "because");
        verifyNoMoreInteractions(orderWork);
    }

    @Test
    void parksAnOrderThatNeedsAPerson() throws Exception {
        plan(Decision.PARK, List.of(), REASON);

        assertThat(work().visited()).containsExactly("read-order");
        verify(orderWork).park(claim, REASON);
        verifyNoMoreInteractions(orderWork);
    }

    @Test
    void postsWhatCanBePlannedBeforeItParks() throws Exception {
        plan(Decision.PARK, journals, REASON);

        assertThat(work().visited()).containsExactly("read-order", "send-journal", "send-journal");
        verify(orderWork).park(claim, REASON);
    }

    @Test
    void readsAgainWhatBigCommerceMayBeLateWith() throws Exception {
        plan(Decision.PARK, List.of(), REASON);
        doThrow(Fault.needsPersonAfter(3, REASON)).when(orderJournals).readAgain(REASON);

        assertThat(work().failure(NeedsPersonFault.class).reason()).isEqualTo(REASON);
        verifyNoInteractions(orderWork);
    }

    @Test
    void failsLoudlyOnADecisionThatItDoesNotKnow() throws Exception {
        planner = new OddPlanner();

        Result result = work();

        assertThat(result.failure(IllegalStateException.class)).hasMessage("No way to go on with the decision WAIT");
        verifyNoInteractions(orderWork);
    }

    @Test
    void settlesWhatWasSentBeforeItReadsTheOrder() throws Exception {
        Journal unknown = Given.journal(JournalState.UNKNOWN, Instant.EPOCH);
        when(books.unsettledOf(Given.STORE, Given.ORDER)).thenReturn(List.of(unknown));
        plan(Decision.POST, List.of(Given.journal()), null);

        Result result = work();

        assertThat(result.visited()).containsExactly("send-journal", "read-order", "send-journal");
        assertThat(result.bodiesAt("send-journal")).containsExactly(unknown, Given.journal());
    }

    @Test
    void plansNothingWhileAJournalsFateIsUnknown() throws Exception {
        Journal unknown = Given.journal(JournalState.UNKNOWN, Instant.EPOCH);
        when(books.unsettledOf(Given.STORE, Given.ORDER)).thenReturn(List.of(unknown, unknown));
        sending = exchange -> {
            throw Fault.uncertain("still", Instant.EPOCH);
        };

        Result result = work();

        assertThat(result.failure(Fault.class)).isInstanceOf(UncertainFault.class);
        assertThat(result.visited()).containsExactly("send-journal");
        verifyNoInteractions(orderWork, orderJournals);
    }

    @Test
    void looksUpAgainWhatALostCreateMayHaveLeftBeforeItReadsTheOrder() throws Exception {
        Journal posted = Given.journal(JournalState.POSTED, Instant.EPOCH);
        when(lookAgain.dueOf(Given.STORE, Given.ORDER)).thenReturn(List.of(posted));
        plan(Decision.POST, List.of(), null);

        Result result = work();

        assertThat(result.visited()).containsExactly("send-journal", "read-order");
        assertThat(result.bodiesAt("send-journal")).containsExactly(posted);
    }

    @Test
    void endsWithTheLookUpsWhereTheOrderWasDueForThemAlone() throws Exception {
        when(lookAgain.next(claim)).thenReturn(LateCommitLookUps.Next.END);

        assertThat(work().visited()).isEmpty();
        verifyNoInteractions(orderWork, orderJournals);
    }

    @Test
    void endsNothingWhereALookUpFindsADouble() throws Exception {
        when(lookAgain.dueOf(Given.STORE, Given.ORDER))
                .thenReturn(List.of(Given.journal(JournalState.POSTED, Instant.EPOCH)));
        sending = exchange -> {
            throw Fault.needsPerson(REASON);
        };

        assertThat(work().failure(NeedsPersonFault.class).reason()).isEqualTo(REASON);
        verify(lookAgain, never()).next(any());
        verifyNoInteractions(orderWork, orderJournals);
    }

    @Test
    void plansNothingWhereTheOrderCanNotBeRead() throws Exception {
        readingOrder = exchange -> {
            throw Fault.passing("no answer", null);
        };

        Result result = work();

        assertThat(result.failure(Fault.class)).hasMessage("no answer");
        verifyNoInteractions(orderWork, orderJournals);
    }

    @Test
    void sendsNothingThatIsNotPlanned() throws Exception {
        when(orderJournals.plan(any(), any())).thenThrow(Fault.needsPersonAfter(2, REASON));

        Result result = work();

        assertThat(result.failure(NeedsPersonFault.class).reason()).isEqualTo(REASON);
        assertThat(result.visited()).containsExactly("read-order");
        verifyNoInteractions(orderWork);
    }

    private void plan(Decision decision, List<Journal> planned, @Nullable ParkReason reason) {
        when(orderJournals.plan(claim, reading)).thenReturn(new PlannedWork(decision, planned, "because", reason));
    }

    /** @param failures what was handed over for each that failed */
    private record Result(List<Throwable> failures, List<RouteRun.Arrival> arrivals) {

        <T extends Throwable> T failure(Class<T> type) {
            assertThat(failures).hasSize(1);
            return SendJournalCases.cause(failures.get(0), type);
        }

        List<String> visited() {
            return arrivals.stream().map(RouteRun.Arrival::at).toList();
        }

        List<Object> bodiesAt(String standIn) {
            return arrivals.stream()
                    .filter(arrival -> arrival.at().equals(standIn))
                    .map(RouteRun.Arrival::body)
                    .toList();
        }
    }

    private Result work() throws Exception {
        try (RouteRun run = RouteRun.of("post-order")
                .bean("books", books)
                .bean("lateCommitLookUps", lookAgain)
                .bean("orderWork", orderWork)
                .bean("orderScheduler", scheduler)
                .bean("faults", faults)
                .bean("storeBackOff", mock(StoreBackOff.class))
                .bean("orderJournals", planner)
                .standIn("read-order", readingOrder)
                .standIn("send-journal", sending)
                .start()) {
            run.send("post-order", in -> in.getMessage().setBody(claim));
            verify(scheduler).begun(claim);
            verify(scheduler, timeout(SOON)).done(claim);
            ArgumentCaptor<Exception> failures = ArgumentCaptor.forClass(Exception.class);
            verify(faults, atMost(1)).handle(eq(claim), failures.capture());
            return new Result(List.copyOf(failures.getAllValues()), run.arrivals());
        }
    }
}
