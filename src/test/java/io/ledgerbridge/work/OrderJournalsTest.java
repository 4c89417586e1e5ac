package io.ledgerbridge.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.ledgerbridge.Database;
import io.ledgerbridge.OnEachDatabase;
import io.ledgerbridge.TestClock;
import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.books.AuditTrail;
import io.ledgerbridge.books.Books;
import io.ledgerbridge.books.Journal;
import io.ledgerbridge.books.RestoredBooks;
import io.ledgerbridge.books.UnbookedEntries;
import io.ledgerbridge.books.UnbookedEntry;
import io.ledgerbridge.books.audit.AuditLink;
import io.ledgerbridge.faults.Fault;
import io.ledgerbridge.faults.LeaseLost;
import io.ledgerbridge.faults.NeedsPersonFault;
import io.ledgerbridge.faults.ParkCode;
import io.ledgerbridge.faults.ParkReason;
import io.ledgerbridge.faults.PlannedAnewFault;
import io.ledgerbridge.posting.Bookkeeping;
import io.ledgerbridge.posting.Decision;
import io.ledgerbridge.posting.Settings;
import io.ledgerbridge.posting.Shop;
import io.ledgerbridge.posting.rules.Rules;
import io.ledgerbridge.posting.rules.TaxRow;
import io.ledgerbridge.queue.Claim;
import io.ledgerbridge.queue.Claims;
import io.ledgerbridge.queue.DueOrders;
import io.ledgerbridge.queue.EventRows;
import io.ledgerbridge.queue.OrderWork;
import io.ledgerbridge.queue.QueueBeans;
import io.ledgerbridge.queue.RefundRecords;
import io.ledgerbridge.queue.SetAsides;
import io.ledgerbridge.readings.KeptReadings;
import io.ledgerbridge.sagex3.FolderSettings;
import io.ledgerbridge.sagex3.LookUpPolicy;
import io.ledgerbridge.sagex3.login.PairedFolders;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** What one plan of an order writes, and what stays of it where it can't be planned. */
@OnEachDatabase
class OrderJournalsTest {

    private static final String FOLDER = "http://x3.example.com|SEED";

    private final Database database;
    private final TestClock clock = new TestClock("2026-11-03T12:00:00Z");
    private final AnnotationConfigApplicationContext beans;
    private final Books books = mock(Books.class);
    private final UnbookedEntries traces = mock(UnbookedEntries.class);
    private final RestoredBooks restoredBooks = mock(RestoredBooks.class);
    private final Shop shop = new Shop();
    private final OrderWork work;
    private final X3Sessions sessions;
    private final OrderJournals journals;

    OrderJournalsTest(Database database) {
        this.database = database;
        this.beans = database.beans(
                clock,
                QueueBeans.class,
                EventRows.class,
                OrderWork.class,
                SetAsides.class,
                RefundRecords.class,
                KeptReadings.class,
                AuditTrail.class,
                X3Sessions.class);
        this.work = beans.getBean(OrderWork.class);
        this.sessions = beans.getBean(X3Sessions.class);
        this.journals = journals(new Settings());
    }

    private OrderJournals journals(Settings settings) {
        Rules rules = new Rules(Map.of("us", settings.rules()));
        PairedFolders folders = mock(PairedFolders.class);
        FolderSettings folder = mock(FolderSettings.class);
        when(folder.folder()).thenReturn(FOLDER);
        when(folder.concurrency()).thenReturn(1);
        when(folder.lookUp()).thenReturn(LookUpPolicy.ALWAYS);
        when(folders.of("us")).thenReturn(folder);
        return new OrderJournals(
                work,
                rules,
                folders,
                books,
                beans.getBean(KeptReadings.class),
                new ClosedPeriods(rules),
                restoredBooks,
                traces,
                new AdoptedEntries(rules, books, restoredBooks),
                sessions,
                beans.getBean(TransactionTemplate.class));
    }

    @BeforeEach
    void clear() {
        database.clear();
        shop.product(1, "1", "100.00", "0").totals("108.50", "8.50");
    }

    @AfterEach
    void close() {
        beans.close();
    }

    @Test
    void takesASessionWithTheJournals() {
        when(books.plan(any(), any(), any(), any(), any())).thenReturn(List.of(mock(Journal.class)));
        Claim claim = claimed();

        assertThat(journals.plan(claim, reading()).decision()).isEqualTo(Decision.POST);

        assertThat(sessions.take("us", 1, Duration.ofMinutes(1)).isMissing()).isTrue();
        assertThat(sessions.take(claim, 1).isMissing()).isFalse();
    }

    @Test
    void takesNoSessionWhereThereIsNothingToSend() {
        when(books.plan(any(), any(), any(), any(), any())).thenReturn(List.of());

        journals.plan(claimed(), reading());

        assertThat(sessions.take("us", 1, Duration.ofMinutes(1)).isMissing()).isFalse();
    }

    /** The next reading may not show that the order was pending once. */
    @Test
    void keepsWhatTheReadingShowsWhereTheJournalsCanNotBeWritten() {
        when(books.plan(any(), any(), any(), any(), any()))
                .thenThrow(Fault.needsPerson(new ParkReason(ParkCode.REFERENCE_TAKEN, "taken", "Change it.")));
        shop.status = 7;

        Throwable failed = catchThrowable(() -> journals.plan(claimed(), reading()));

        assertThat(failed).isInstanceOf(NeedsPersonFault.class);
        assertThat(work.known("us", 250, reading()).facts().waitingRead()).isTrue();
        assertThat(steps()).containsExactly("order-read");
    }

    @Test
    void keepsWhatTheReadingShowsWhereAPlanFailsForNoReasonThatIsKnown() {
        when(books.plan(any(), any(), any(), any(), any())).thenThrow(new IllegalStateException("a bug"));
        shop.status = 7;

        assertThat(catchThrowable(() -> journals.plan(claimed(), reading()))).hasMessage("a bug");
        assertThat(work.known("us", 250, reading()).facts().waitingRead()).isTrue();
    }

    /** Products that don't add up may have slipped at a page's edge, so that the order is read again before it parks. */
    @Test
    void believesThatTheProductsDifferOnlyTwice() {
        shop.subtotal = new BigDecimal("90.00");

        Throwable first = catchThrowable(() -> journals.plan(claimed(), reading()));

        assertThat(first).isInstanceOf(NeedsPersonFault.class);
        assertThat(((NeedsPersonFault) first).reason().parks()).isEqualTo(ParkCode.PRODUCTS_DIFFER);
        assertThat(((NeedsPersonFault) first).tries()).isEqualTo(2);
    }

    /** An answer without a body (204) to the question for an order's rates is one without rates. */
    @Test
    void believesThatATaxedOrderHasNoRatesOnlyTwice() {
        Settings listed = new Settings();
        listed.taxes = List.of(new TaxRow(TaxRow.ANY, null, null, "US1", null));

        Throwable first = catchThrowable(() -> journals(listed).plan(claimed(), reading()));

        assertThat(first).isInstanceOf(NeedsPersonFault.class);
        assertThat(((NeedsPersonFault) first).reason().parks()).isEqualTo(ParkCode.UNKNOWN_TAX);
        assertThat(((NeedsPersonFault) first).tries()).isEqualTo(2);
    }

    /** Its cancellation doesn't wait for that: what it sold is taken back, and the refund alone parks. */
    @Test
    void takesBackACancelledOrderWhoseProductsDiffer() {
        Bookkeeping posted = new Bookkeeping(new Settings());
        posted.work(shop);
        when(books.journalsOf("us", 250)).thenReturn(posted.journals);
        when(books.plan(any(), any(), any(), any(), any())).thenReturn(List.of(mock(Journal.class)));
        shop.status = 5;
        shop.subtotal = new BigDecimal("90.00");
        shop.refund(Shop.refund(7, "10.00", "0", List.of(), Shop.card("10.00")));

        PlannedWork plan = journals.plan(claimed(), reading());

        assertThat(plan.decision()).isEqualTo(Decision.PARK);
        assertThat(Objects.requireNonNull(plan.reason()).parks()).isEqualTo(ParkCode.PRODUCTS_DIFFER);
        verify(books).plan(any(), any(), argThat(drafts -> drafts.size() == 1), any(), any());
    }

    @Test
    void keepsNothingUnderALeaseThatIsLost() {
        Claim lost = claimed();
        clock.advance(Duration.ofMinutes(5));

        assertThat(catchThrowable(() -> journals.plan(lost, reading()))).isInstanceOf(LeaseLost.class);
        assertThat(steps()).isEmpty();
    }

    @Test
    void keepsWhatItTookIntoTheBooksAndHasTheOrderWorkedAnew() {
        Claim claim = claimed();
        Map<String, BigDecimal> half = Map.of(
                "411000", new BigDecimal("54.25"),
                "707000", new BigDecimal("-50.00"),
                "445710", new BigDecimal("-4.25"));
        when(traces.take(any()))
                .thenReturn(List.of(
                        new UnbookedEntry("BC250", "NUM1", LocalDate.of(2026, 10, 31), "USD", half, null),
                        new UnbookedEntry("BC250-A1", "NUM2", LocalDate.of(2026, 11, 1), "USD", half, null)));
        doAnswer(adopted -> {
                    beans.getBean(AuditTrail.class).append(claim, "entries-adopted", null, Map.of());
                    return null;
                })
                .when(books)
                .adopt(any(), any(), any(), any());

        assertThat(catchThrowable(() -> journals.plan(claim, reading()))).isInstanceOf(PlannedAnewFault.class);
        assertThat(steps()).containsExactly("order-read", "entries-adopted");
    }

    private OrderReading reading() {
        return shop.reading();
    }

    private Claim claimed() {
        beans.getBean(DueOrders.class).mark("us", 250);
        List<Claim> claims = beans.getBean(Claims.class).claim("us", 1);
        assertThat(claims).hasSize(1);
        return claims.get(0);
    }

    private List<String> steps() {
        return beans.getBean(AuditTrail.class).of("us", 250, 0, 1000).stream()
                .map(AuditLink::step)
                .toList();
    }
}
