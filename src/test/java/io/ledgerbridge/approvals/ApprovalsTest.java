package io.ledgerbridge.approvals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerbridge.Database;
import io.ledgerbridge.OnEachDatabase;
import io.ledgerbridge.TestClock;
import io.ledgerbridge.Together;
import io.ledgerbridge.approvals.Approval.State;
import io.ledgerbridge.books.AuditTrail;
import io.ledgerbridge.books.audit.AuditLink;
import io.ledgerbridge.posting.amounts.RecordedRefund;
import io.ledgerbridge.queue.DueOrders;
import io.ledgerbridge.queue.QueueBeans;
import io.ledgerbridge.queue.RefundRecord;
import io.ledgerbridge.queue.RefundRecords;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Two people record a refund that BigCommerce has no record of. */
@OnEachDatabase
class ApprovalsTest {

    private final Database database;
    private final AnnotationConfigApplicationContext beans;
    private final RefundRequests requests;
    private final Approvals approvals;
    private final RefundRecords refunds;

    ApprovalsTest(Database database) {
        this.database = database;
        this.beans = database.beans(
                new TestClock("2026-11-06T12:00:00Z"),
                QueueBeans.class,
                AuditTrail.class,
                RefundRecords.class,
                ApprovalBeans.class);
        this.requests = beans.getBean(RefundRequests.class);
        this.approvals = beans.getBean(Approvals.class);
        this.refunds = beans.getBean(RefundRecords.class);
    }

    @BeforeEach
    void clear() {
        database.clear();
        beans.getBean(DueOrders.class).mark("us", 250);
    }

    @AfterEach
    void close() {
        beans.close();
    }

    @Test
    void recordsWhatTheSecondOneConfirms() {
        database.jdbc().sql("UPDATE due_order SET last_refund = 7").update();
        long id = requests.askToRecord("us", 250, refund("CN-1"), "anna");
        database.jdbc().sql("UPDATE due_order SET last_refund = 8").update();
        assertThat(approvals.page(State.WAITING, null, 0, 50)).singleElement().satisfies(waiting -> {
            assertThat(waiting.id()).isEqualTo(id);
            assertThat(waiting.askedBy()).isEqualTo("anna");
            assertThat(((RefundRequest) waiting.request()).amount()).isEqualByComparingTo("108.25");
        });
        assertThat(refunds.of("us", 250)).isEmpty();

        approvals.confirm(id, "bob");

        assertThat(refunds.of("us", 250))
                .containsExactly(new RecordedRefund(
                        1,
                        new BigDecimal("108.25"),
                        new BigDecimal("8.25"),
                        "store-credit",
                        LocalDate.of(2026, 11, 5),
                        7));
        assertThat(refunds.entered("us", 250))
                .extracting(RefundRecord::confirmedBy)
                .containsExactly("bob");
        assertThat(approvals.count(State.WAITING, null)).isZero();
        assertThat(approvals.page(State.CONFIRMED, null, 0, 50))
                .extracting(Approval::decidedBy)
                .containsExactly("bob");
        assertThat(steps()).containsExactly("record-refund-asked", "record-refund-confirmed");
    }

    @Test
    void isDecidedOnceAndNeverByWhoAsked() {
        long id = requests.askToRecord("us", 250, refund("CN-1"), "anna");
        assertRefused(() -> approvals.confirm(id, "Anna"), Refused.Kind.SAME_PERSON, "Anna asked for it");
        assertRefused(() -> approvals.refuse(id, "anna", "mistyped"), Refused.Kind.SAME_PERSON, "anna asked for it");
        approvals.refuse(id, "bob", "no such document");
        assertRefused(() -> approvals.confirm(id, "carol"), Refused.Kind.CONFLICT, "decided already");
        assertRefused(() -> approvals.confirm(id + 1, "carol"), Refused.Kind.UNKNOWN, "Nobody asked");
        assertThat(refunds.of("us", 250)).isEmpty();
    }

    @Test
    void isRecordedOnceByTwoWhoConfirmAtOnce() throws Exception {
        long id = requests.askToRecord("us", 250, refund("CN-1"), "anna");
        AtomicInteger people = new AtomicInteger();
        List<Boolean> confirmed = Together.run(4, () -> isConfirmed(id, "person " + people.incrementAndGet()));
        assertThat(confirmed).containsOnlyOnce(true);
        assertThat(refunds.of("us", 250)).hasSize(1);
    }

    @Test
    void takesADocumentOnceAnOrder() {
        long id = requests.askToRecord("us", 250, refund("CN-1"), "anna");
        assertRefused(
                () -> requests.askToRecord("us", 250, refund("cn-1"), "bob"), Refused.Kind.CONFLICT, "waiting to be");
        approvals.confirm(id, "bob");
        assertRefused(() -> requests.askToRecord("us", 250, refund("CN-1"), "anna"), Refused.Kind.CONFLICT, "recorded");
        assertRefused(() -> requests.askToRecord("us", 9, refund("CN-1"), "anna"), Refused.Kind.UNKNOWN, "order 9");
    }

    /** As an erase leaves it. */
    @Test
    void knowsADocumentByItsNumberOnceItsWordsAreErased() {
        approvals.confirm(requests.askToRecord("us", 250, refund("Avoir FA 2026-114"), "anna"), "bob");
        database.jdbc().sql("UPDATE recorded_refund SET document = '2026-114'").update();
        assertRefused(
                () -> requests.askToRecord("us", 250, refund("Avoir FA 2026-114"), "anna"),
                Refused.Kind.CONFLICT,
                "recorded");
        assertThat(requests.askToRecord("us", 250, refund("Avoir FA 2026-115"), "anna"))
                .isPositive();
    }

    @Test
    void removesWhatWasRecordedByMistakeAndGivesItsNumberToNoOther() {
        approvals.confirm(requests.askToRecord("us", 250, refund("CN-1"), "anna"), "bob");
        long removal = requests.askToRemove("us", 250, 1, "another order's", "anna");
        assertRefused(() -> requests.askToRemove("us", 250, 1, "x", "bob"), Refused.Kind.CONFLICT, "waiting");
        approvals.confirm(removal, "bob");
        assertThat(refunds.of("us", 250)).isEmpty();
        assertRefused(() -> requests.askToRemove("us", 250, 1, "x", "bob"), Refused.Kind.UNKNOWN, "M1");
        approvals.confirm(requests.askToRecord("us", 250, refund("CN-1"), "anna"), "bob");
        assertThat(refunds.of("us", 250)).extracting(RecordedRefund::number).containsExactly(2);
    }

    /** Entries are in whole cents: what is finer would be in the order's figures, and in no entry. */
    @ParameterizedTest
    @CsvSource({
        "EUR, 1.204, 0,     false", "EUR, 1.20,   0,      true", "EUR, 1.2000, 0.1000, true", "EUR, 1.20, 0.204, false",
        "JPY, 10.5,  0,     false", "JPY, 10,     0,      true", "KWD, 1.204,  0.004,  true", "KWD, 1.2041, 0, false",
        "   , 1.204, 0,     false", "   , 1.20,   0,      true"
    })
    void takesNoFinerAmountThanTheOrdersCurrencyHas(
            @Nullable String currency, BigDecimal amount, BigDecimal tax, boolean isTaken) {
        database.jdbc().sql("UPDATE due_order SET currency = ?").param(currency).update();
        RefundRequest asked = new RefundRequest(
                null, amount, tax, "receivable", LocalDate.of(2026, 11, 5), "CN-1", "paid back at the gateway", 0);
        if (isTaken) {
            assertThat(requests.askToRecord("us", 250, asked, "anna")).isPositive();
        } else {
            assertRefused(() -> requests.askToRecord("us", 250, asked, "anna"), Refused.Kind.INVALID, "is finer than");
        }
    }

    private boolean isConfirmed(long id, String by) {
        try {
            approvals.confirm(id, by);
            return true;
        } catch (Refused already) {
            assertThat(already.kind()).isEqualTo(Refused.Kind.CONFLICT);
            return false;
        }
    }

    private List<String> steps() {
        return beans.getBean(AuditTrail.class).of("us", 250, 0, 100).stream()
                .map(AuditLink::step)
                .toList();
    }

    private static RefundRequest refund(String document) {
        return new RefundRequest(
                null,
                new BigDecimal("108.25"),
                new BigDecimal("8.25"),
                "store-credit",
                LocalDate.of(2026, 11, 5),
                document,
                "paid back at the gateway",
                0);
    }

    private static void assertRefused(Runnable deed, Refused.Kind kind, String words) {
        assertThatThrownBy(deed::run)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.kind()).isEqualTo(kind))
                .hasMessageContaining(words);
    }
}
