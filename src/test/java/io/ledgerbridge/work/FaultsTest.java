package io.ledgerbridge.work;

import static org.assertj.core.api.Assertions.assertThat;

import com.schibsted.spt.data.jslt.JsltException;
import io.ledgerbridge.Database;
import io.ledgerbridge.OnEachDatabase;
import io.ledgerbridge.TestClock;
import io.ledgerbridge.books.AuditTrail;
import io.ledgerbridge.faults.Fault;
import io.ledgerbridge.faults.LeaseLost;
import io.ledgerbridge.faults.ParkCode;
import io.ledgerbridge.faults.ParkReason;
import io.ledgerbridge.faults.Side;
import io.ledgerbridge.parked.OrderStates;
import io.ledgerbridge.parked.OrderStatus;
import io.ledgerbridge.queue.Claim;
import io.ledgerbridge.queue.Claims;
import io.ledgerbridge.queue.DueOrders;
import io.ledgerbridge.queue.EventRows;
import io.ledgerbridge.queue.OrderWork;
import io.ledgerbridge.queue.QueueBeans;
import io.ledgerbridge.queue.RefundRecords;
import io.ledgerbridge.queue.SetAsides;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The settings: 30 s, doubled, up to an hour, for 48 hours. */
@OnEachDatabase
class FaultsTest {

    private static final ParkReason REASON = new ParkReason(ParkCode.PRODUCTS_DIFFER, "100.00 is not 90.00", "Replay.");

    private final Database database;
    private final TestClock clock = new TestClock("2026-11-03T12:00:00Z");
    private final AnnotationConfigApplicationContext beans;
    private final DueOrders orders;
    private final Claims queue;
    private final OrderStates states;
    private final Faults faults;

    FaultsTest(Database database) {
        this.database = database;
        this.beans = database.beans(
                clock,
                QueueBeans.class,
                EventRows.class,
                OrderWork.class,
                SetAsides.class,
                RefundRecords.class,
                OrderStates.class,
                AuditTrail.class,
                StoreBackOff.class,
                Workers.class,
                Faults.class);
        this.orders = beans.getBean(DueOrders.class);
        this.queue = beans.getBean(Claims.class);
        this.states = beans.getBean(OrderStates.class);
        this.faults = beans.getBean(Faults.class);
    }

    @BeforeEach
    void mark() {
        database.clear();
        orders.mark("us", 250);
    }

    @AfterEach
    void close() {
        beans.close();
    }

    @Test
    void tellsADefectFromWhatIsForeseen() {
        Workers workers = beans.getBean(Workers.class);
        long before = workers.moves();
        Claim claim = queue.claim("us", 1).get(0);
        workers.begun(claim);
        faults.handle(claim, new IllegalStateException("a defect"));
        workers.done(claim);
        assertThat(workers.moves()).isEqualTo(before);

        clock.advance(Duration.ofHours(1));
        Claim again = queue.claim("us", 1).get(0);
        workers.begun(again);
        faults.handle(again, Fault.passing("no connection", null));
        workers.done(again);
        assertThat(workers.moves()).isEqualTo(before + 1);
    }

    @Test
    void triesAPassingFaultAgainLaterAndLater() {
        Duration full = Duration.ofSeconds(30);
        for (int failure = 0; failure < 12; failure++) {
            assertThat(delayAfter(Fault.passing("no connection", null))).isBetween(full.dividedBy(2), full);
            full = full.multipliedBy(2);
            full = full.compareTo(Duration.ofHours(1)) > 0 ? Duration.ofHours(1) : full;
        }
    }

    @Test
    void parksAsUnreadableWhatNeverCouldBeRead() {
        Fault unreadable = Fault.unreadable("BigCommerce: order 250 can't be read", null);
        delayAfter(unreadable);
        clock.advance(Duration.ofDays(2));
        faults.handle(only(queue.claim("us", 1)), unreadable);

        assertThat(state().state()).isEqualTo("parked");
        assertThat(state().reason()).isEqualTo("unreadable");
        assertThat(state().detail()).isEqualTo("BigCommerce: order 250 can't be read");
    }

    @Test
    void spreadsTheDelays() {
        long different = java.util.stream.IntStream.range(0, 20)
                .mapToObj(order -> {
                    orders.mark("eu", order);
                    faults.handle(only(queue.claim("eu", 1)), Fault.passing("no connection", null));
                    return Objects.requireNonNull(
                            states.of("eu", order).orElseThrow().dueAt());
                })
                .distinct()
                .count();
        assertThat(different).isGreaterThan(1);
    }

    @Test
    void triesAnUnforeseenFailureAgain() {
        assertThat(delayAfter(new IllegalStateException("a defect"))).isPositive();
        assertThat(state().attempts()).isEqualTo(1);
        assertThat(state().detail()).contains("a defect");
    }

    @Test
    void parksWhatATemplateFailsOn() {
        Exception wrapped = new IllegalStateException(new JsltException("broken"));
        faults.handle(only(queue.claim("us", 1)), wrapped);
        assertThat(state().state()).isEqualTo("parked");
        assertThat(state().reason()).isEqualTo("template-failed");
        assertThat(state().detail()).contains("broken");
    }

    @Test
    void givesUpWhenItHasFailedForLongEnough() {
        Instant first = clock.instant();
        delayAfter(Fault.passing("no connection", null));
        clock.set(first.plus(Duration.ofDays(2)).minusSeconds(1));
        delayAfter(Fault.passing("no connection", null));
        assertThat(state().state()).isEqualTo("waiting");
        clock.advance(Duration.ofHours(1));
        faults.handle(only(queue.claim("us", 1)), Fault.passing("no connection", null));
        assertThat(state().state()).isEqualTo("parked");
        assertThat(state().reason()).isEqualTo("gave-up");
        assertThat(state().detail()).contains(first.toString(), "no connection");
    }

    @Test
    void waitsAsLongAsTheOtherSideAsks() {
        assertThat(delayAfter(
                        Fault.throttled(Side.BIGCOMMERCE, "429", clock.instant().plusSeconds(17))))
                .isEqualTo(Duration.ofSeconds(17));
        assertThat(state().attempts()).isZero();
    }

    @Test
    void waitsNoLongerThanTheLongestDelayHoweverLongItIsAskedTo() {
        Instant far = clock.instant().plus(Duration.ofDays(10_000));
        assertThat(delayAfter(Fault.throttled(Side.BIGCOMMERCE, "429", far))).isEqualTo(Duration.ofHours(1));
        Instant until = clock.instant().plus(Duration.ofHours(1));
        faults.noted("eu", Fault.throttled(Side.BIGCOMMERCE, "429", far));
        assertThat(beans.getBean(StoreBackOff.class).current())
                .allSatisfy(trouble -> assertThat(trouble.until()).isBeforeOrEqualTo(until))
                .hasSize(2);
    }

    @Test
    void losesNoTimeWhileItsStoreWaitsForCredentials() {
        delayAfter(Fault.passing("no connection", null));
        delayAfter(Fault.credentials(Side.SAGE_X3, "needs-pairing"));
        clock.advance(Duration.ofDays(3));
        delayAfter(Fault.passing("no connection", null));
        assertThat(state().state()).isEqualTo("waiting");
    }

    @Test
    void asksForAnUncertainOutcomeNoSoonerThanItCanBeKnown() {
        assertThat(delayAfter(Fault.uncertain("no answer", clock.instant().plusSeconds(120))))
                .isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void losesNoAttemptToAnOutcomeThatIsTooEarlyToAskFor() {
        assertThat(delayAfter(Fault.tooEarly("no answer", clock.instant().plusSeconds(120))))
                .isEqualTo(Duration.ofMinutes(2));
        assertThat(state().attempts()).isZero();
    }

    @Test
    void sendsLaterAndLaterWhatStaysUncertainAndGivesUp() {
        Instant first = clock.instant();
        Duration full = Duration.ofSeconds(30);
        for (int failure = 0; failure < 8; failure++) {
            Duration known = Duration.ofMinutes(2);
            Duration delay = delayAfter(Fault.uncertain("HTML", clock.instant().plus(known)));
            assertThat(delay)
                    .isBetween(max(known, full.dividedBy(2)), max(known, full))
                    .isGreaterThanOrEqualTo(known);
            full = max(full, min(full.multipliedBy(2), Duration.ofHours(1)));
        }
        assertThat(state().attempts()).isEqualTo(8);
        clock.set(first.plus(Duration.ofDays(2)));
        faults.handle(
                only(queue.claim("us", 1)),
                Fault.uncertain("HTML", clock.instant().plusSeconds(120)));
        assertThat(state().reason()).isEqualTo("gave-up");
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    @Test
    void keepsAnOrderDueWhileItsStoreWaitsForCredentials() {
        assertThat(delayAfter(Fault.credentials(Side.SAGE_X3, "401"))).isZero();
        assertThat(state().attempts()).isZero();
        assertThat(beans.getBean(StoreBackOff.class).current()).singleElement().satisfies(trouble -> {
            assertThat(trouble.store()).isEqualTo("us");
            assertThat(trouble.side()).isEqualTo(Side.SAGE_X3);
            assertThat(trouble.until()).isAfter(clock.instant());
        });
    }

    @Test
    void parksAtOnceWhatNeedsAPerson() {
        faults.handle(only(queue.claim("us", 1)), Fault.needsPerson(REASON));
        assertThat(state().state()).isEqualTo("parked");
        assertThat(state().reason()).isEqualTo("products-differ");
    }

    @Test
    void parksAtTheSecondTryWhatASecondReadingMayMend() {
        assertThat(delayAfter(Fault.needsPersonAfter(2, REASON))).isPositive();
        faults.handle(only(queue.claim("us", 1)), Fault.needsPersonAfter(2, REASON));
        assertThat(state().state()).isEqualTo("parked");
    }

    /** An X3 that was away for a while answers oddly once: that is no answer of the order's. */
    @Test
    void parksNothingForOneOddAnswerAfterOtherFailures() {
        for (int failure = 0; failure < 5; failure++) {
            delayAfter(Fault.passing("no connection", null));
        }
        delayAfter(Fault.needsPersonAfter(3, REASON));
        delayAfter(Fault.passing("no connection", null));
        delayAfter(Fault.needsPersonAfter(3, REASON));
        assertThat(state().state()).isEqualTo("waiting");

        faults.handle(only(queue.claim("us", 1)), Fault.needsPersonAfter(3, REASON));

        assertThat(state().reason()).isEqualTo("products-differ");
    }

    @Test
    void parksForTwoOddAnswersOfOneKindAlone() {
        ParkReason other = new ParkReason(ParkCode.TOTALS_DIFFER, "1.00 is not 2.00", "Replay.");
        for (int failure = 0; failure < 6; failure++) {
            delayAfter(Fault.needsPersonAfter(2, failure % 2 == 0 ? REASON : other));
        }
        assertThat(state().state()).isEqualTo("waiting");
    }

    /** What an order parked with stands in its row, too, and is no failure of the next work. */
    @Test
    void countsNothingOfAWorkThatEnded() {
        faults.handle(only(queue.claim("us", 1)), Fault.needsPerson(REASON));
        orders.mark("us", 250);
        delayAfter(Fault.needsPersonAfter(2, REASON));
        assertThat(state().state()).isEqualTo("waiting");
    }

    @Test
    void leavesAnOrderAloneThatAnotherWorkerHas() {
        Claim old = only(queue.claim("us", 1));
        clock.advance(Duration.ofMinutes(5));
        Claim taken = queue.claimUnfinished(Set.of("us")).orElseThrow().claim();
        faults.handle(old, LeaseLost.of(old));
        faults.handle(old, Fault.needsPerson(REASON));
        faults.handle(old, new IllegalStateException("a defect"));
        assertThat(state().state()).isEqualTo("posting");
        taken.hold();
    }

    /** Claims the order, lets it fail, and moves the clock to when it is due again. */
    private Duration delayAfter(RuntimeException fault) {
        Instant failed = clock.instant();
        faults.handle(only(queue.claim("us", 1)), fault);
        Instant due = Objects.requireNonNull(state().dueAt());
        clock.set(due);
        return Duration.between(failed, due);
    }

    private OrderStatus state() {
        return states.of("us", 250).orElseThrow();
    }

    private static Claim only(List<Claim> claims) {
        assertThat(claims).hasSize(1);
        return claims.get(0);
    }
}
