package io.ledgerbridge.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerbridge.Database;
import io.ledgerbridge.OnEachDatabase;
import io.ledgerbridge.TestClock;
import io.ledgerbridge.bigcommerce.Envelopes;
import io.ledgerbridge.bigcommerce.Order;
import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.bigcommerce.Refund;
import io.ledgerbridge.bigcommerce.WebhookEvent;
import io.ledgerbridge.books.AuditTrail;
import io.ledgerbridge.books.audit.AuditLink;
import io.ledgerbridge.books.audit.AuditWordsRows;
import io.ledgerbridge.faults.LeaseLost;
import io.ledgerbridge.faults.ParkCode;
import io.ledgerbridge.faults.ParkReason;
import io.ledgerbridge.faults.PlannedAnewFault;
import io.ledgerbridge.parked.OrderStates;
import io.ledgerbridge.parked.OrderStatus;
import io.ledgerbridge.parked.ParkedFilter;
import io.ledgerbridge.parked.ParkedOrders;
import io.ledgerbridge.posting.OrderHistory;
import io.ledgerbridge.posting.Plan;
import io.ledgerbridge.posting.SetAside;
import io.ledgerbridge.posting.Shop;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

@OnEachDatabase
class OrderWorkTest {

    private static final ParkReason REASON =
            new ParkReason(ParkCode.UNMAPPED_CHANNEL, "channel 7 has no accounts", "Map channel 7, then replay.");

    private final Database database;
    private final TestClock clock = new TestClock("2026-11-03T12:00:00Z");
    private final AnnotationConfigApplicationContext beans;
    private final DueOrders orders;
    private final Claims queue;
    private final OrderWork work;
    private final OrderStates states;
    private final ParkedOrders parked;
    private final AuditTrail audit;

    OrderWorkTest(Database database) {
        this.database = database;
        this.beans = database.beans(
                clock,
                QueueBeans.class,
                EventRows.class,
                OrderWork.class,
                SetAsides.class,
                RefundRecords.class,
                OrderStates.class,
                ParkedOrders.class,
                AuditTrail.class);
        this.parked = beans.getBean(ParkedOrders.class);
        this.orders = beans.getBean(DueOrders.class);
        this.queue = beans.getBean(Claims.class);
        this.work = beans.getBean(OrderWork.class);
        this.states = beans.getBean(OrderStates.class);
        this.audit = beans.getBean(AuditTrail.class);
    }

    @BeforeEach
    void clear() {
        database.clear();
    }

    @AfterEach
    void close() {
        beans.close();
    }

    @Test
    void isPostedWithNothingLeftToDo() {
        work.posted(claimed());
        assertThat(state().state()).isEqualTo("posted");
        assertThat(state().settledAt()).isEqualTo(clock.instant());
        assertThat(state().dueAt()).isNull();
        assertThat(steps()).containsExactly("order-posted");
    }

    @Test
    void isHeldAndSaysWhy() {
        work.held(claimed(), "it waits for its payment");
        assertThat(state().state()).isEqualTo("held");
        assertThat(state().detail()).isEqualTo("it waits for its payment");
        assertThat(steps()).containsExactly("order-held");
    }

    @Test
    void isIgnoredAndSaysWhy() {
        work.ignored(claimed(), "an order of zero");
        assertThat(state().state()).isEqualTo("ignored");
        assertThat(state().detail()).isEqualTo("an order of zero");
        assertThat(steps()).containsExactly("order-ignored");
    }

    @Test
    void parksWithReasonDetailAndRemedy() {
        work.park(claimed(), REASON);
        OrderStatus state = state();
        assertThat(state.state()).isEqualTo("parked");
        assertThat(state.reason()).isEqualTo(REASON.code());
        assertThat(state.detail()).isEqualTo(REASON.detail());
        assertThat(state.remedy()).isEqualTo(REASON.remedy());
        assertThat(state.dueAt()).isNull();
        assertThat(links().get(0).detail())
                .contains(REASON.code())
                .doesNotContain(REASON.detail())
                .doesNotContain(REASON.remedy());
        assertThat(new AuditWordsRows(database.jdbc()).of("us", 250, links()).get(1))
                .contains(REASON.detail(), REASON.remedy());
    }

    /** However often it is worked meanwhile, it is the same thing that somebody has to do. */
    @Test
    void isParkedSinceItFirstWasForItsReason() {
        Instant first = clock.instant();
        work.park(claimed(), REASON);
        assertThat(parkedSince()).isEqualTo(first);

        clock.advance(Duration.ofDays(2));
        work.park(claimed(), REASON);
        assertThat(parkedSince()).isEqualTo(first);

        Instant other = clock.instant();
        work.park(claimed(), new ParkReason(ParkCode.GAVE_UP, "no answer", "Replay it."));
        assertThat(parkedSince()).isEqualTo(other);

        work.ignored(claimed(), "an order of zero");
        clock.advance(Duration.ofDays(2));
        work.park(claimed(), REASON);
        assertThat(parkedSince()).isEqualTo(clock.instant());
    }

    /** A process of the version before tells no more than when it last was. */
    @Test
    void isParkedSinceItLastWasWhereNoMoreIsKnown() {
        Instant first = clock.instant();
        work.park(claimed(), REASON);
        database.jdbc().sql("UPDATE due_order SET parked_since = NULL").update();
        assertThat(parkedSince()).isEqualTo(first);

        clock.advance(Duration.ofDays(2));
        work.park(claimed(), REASON);

        assertThat(parkedSince()).isEqualTo(first);
    }

    private Instant parkedSince() {
        return only(parked.after(new ParkedFilter("us", null, null), null, 2)).since();
    }

    @Test
    void isWaitingBeforeAndPostingDuringTheWork() {
        orders.mark("us", 250);
        assertThat(state().state()).isEqualTo("waiting");
        assertThat(queue.claim("us", 1)).hasSize(1);
        assertThat(state().state()).isEqualTo("posting");
        assertThat(states.underWay()).isEqualTo(1);
        assertThat(states.of("us", 251)).isEmpty();
    }

    @Test
    void countsFailuresAndRemembersTheFirstOfThem() {
        Instant first = clock.instant();
        work.retry(claimed(), first.plusSeconds(30), "no connection");
        assertThat(queue.claim("us", 1)).isEmpty();
        clock.advance(Duration.ofSeconds(30));
        Claim second = only(queue.claim("us", 1));
        assertThat(second.attempts()).isEqualTo(1);
        assertThat(second.failingSince()).isEqualTo(first);
        work.retry(second, clock.instant(), "no connection");
        Claim third = only(queue.claim("us", 1));
        assertThat(third.attempts()).isEqualTo(2);
        assertThat(third.failingSince()).isEqualTo(first);
        work.posted(third);
        Claim afterwards = claimed();
        assertThat(afterwards.attempts()).isZero();
        assertThat(afterwards.failingSince()).isNull();
        assertThat(steps()).containsExactly("order-retried", "order-retried", "order-posted");
    }

    @Test
    void isTriedAgainAtOnceWhereItWasMarkedMeanwhile() {
        Claim claim = claimed();
        orders.mark("us", 250);
        work.retry(claim, clock.instant().plusSeconds(3600), "no connection");
        assertThat(queue.claim("us", 1)).hasSize(1);
    }

    @Test
    void losesNoAttemptWhenItIsPostponed() {
        work.postpone(claimed(), clock.instant().plusSeconds(10), "BigCommerce asks to wait");
        assertThat(queue.claim("us", 1)).isEmpty();
        clock.advance(Duration.ofSeconds(10));
        Claim claim = only(queue.claim("us", 1));
        assertThat(claim.attempts()).isZero();
        assertThat(claim.failingSince()).isNull();
        assertThat(steps()).containsExactly("order-postponed");
    }

    @Test
    void takesWordsThatPostgresqlWouldRefuse() {
        work.retry(claimed(), clock.instant(), "a NUL \0 and half a pair \ud83d");
        work.park(only(queue.claim("us", 1)), new ParkReason(ParkCode.REFUSED_BY_X3, "NUL \0", "NUL \0"));
        assertThat(state().detail()).startsWith("NUL ");
        assertThat(audit.firstBroken("us", 250)).isEmpty();
    }

    @Test
    void writesNothingOnceItsLeaseIsLost() {
        Claim old = claimed();
        clock.advance(Duration.ofMinutes(5));
        assertThat(queue.claimUnfinished(Set.of("us"))).isPresent();
        List<Consumer<Claim>> ends = List.of(
                work::posted,
                claim -> work.held(claim, "why"),
                claim -> work.ignored(claim, "why"),
                claim -> work.park(claim, REASON),
                claim -> work.retry(claim, clock.instant(), "why"),
                claim -> work.postpone(claim, clock.instant(), "why"),
                claim -> read(claim, 11));
        for (Consumer<Claim> end : ends) {
            assertThatThrownBy(() -> end.accept(old)).isInstanceOf(LeaseLost.class);
        }
        assertThat(links()).isEmpty();
        assertThat(state().state()).isEqualTo("posting");
        assertThat(state().channel()).isNull();
    }

    @Test
    void remembersWhatAReadingShowed() {
        Claim claim = claimed();
        OrderHistory pending = read(claim, 7);
        assertThat(pending.facts().waitingRead()).isTrue();
        assertThat(pending.facts().confirmedRead()).isNull();
        OrderHistory confirmed = read(claim, 11);
        assertThat(confirmed.facts().waitingRead()).isTrue();
        assertThat(confirmed.facts().confirmedRead()).isEqualTo(Instant.parse("2026-11-02T10:00:00Z"));
        assertThat(state().channel()).isEqualTo("3");
        assertThat(steps()).containsExactly("order-read", "order-read");
        assertThat(links().get(0).detail()).contains("\"totalIncTax\":\"108.5000\"");
    }

    @Test
    void remembersWhichEventsHaveHadTheirEffect() {
        WebhookEvent.OnOrder event =
                new WebhookEvent.OnOrder(250, "store/order/updated", clock.instant(), null, null, null);
        beans.getBean(EventRows.class).insert(Envelopes.delivery("us", new byte[] {1}, event), clock.instant());
        work.park(read(claimed()), REASON);
        assertThat(work.known("us", 250, reading(11)).settledUpTo()).isZero();
        work.posted(read(claimed()));
        OrderHistory known = work.known("us", 250, reading(11));
        assertThat(known.settledUpTo()).isEqualTo(known.events().get(0).id());
    }

    @Test
    void writesNoPlanThatWasBegunBeforeAPersonSetTheOrderAside() {
        Claim claim = claimed();
        OrderHistory known = read(claim, 11);
        setAside();
        Plan plan = Plan.hold(List.of(), "the order waits");
        assertThatThrownBy(() -> work.notePlan(claim, reading(11), known, plan)).isInstanceOf(PlannedAnewFault.class);
        work.notePlan(claim, reading(11), work.known("us", 250, reading(11)), plan);
    }

    @Test
    void leavesAnOrderSetAsideThatCanNotBeReadAnyMore() {
        setAside();
        work.park(claimed(), new ParkReason(ParkCode.ORDER_NOT_FOUND, "HTTP 404", "remedy"));
        assertThat(state().state()).isEqualTo("set-aside");
    }

    @Test
    void keepsTheHighestRefundOfTheLastReading() {
        Claim claim = claimed();
        OrderReading before = reading(11);
        Refund refund = Shop.refund(7, "1.00", "0", List.of(), Shop.card("1.00"));
        OrderReading refunded = new OrderReading(before.order(), before.products(), List.of(refund));
        work.noteReading(claim, refunded, work.known("us", 250, refunded), ZoneOffset.UTC);
        assertThat(orders.lastRefund("us", 250)).isEqualTo(7);
        assertThat(orders.lastRefund("us", 251)).isZero();
    }

    private void setAside() {
        beans.getBean(SetAsides.class)
                .put("us", 250, new SetAsides.Decision(SetAside.ORDER, "no-entry", null, "by hand", "ops"));
    }

    private Claim read(Claim claim) {
        read(claim, 11);
        return claim;
    }

    private OrderHistory read(Claim claim, int status) {
        OrderReading reading = reading(status);
        OrderHistory known = work.known("us", 250, reading);
        work.noteReading(claim, reading, known, ZoneOffset.UTC);
        return known;
    }

    private Claim claimed() {
        orders.mark("us", 250);
        return only(queue.claim("us", 1));
    }

    private OrderStatus state() {
        return states.of("us", 250).orElseThrow();
    }

    private List<AuditLink> links() {
        return audit.of("us", 250, 0, 1000);
    }

    private List<String> steps() {
        return links().stream().map(AuditLink::step).toList();
    }

    private static <T> T only(List<T> claims) {
        assertThat(claims).hasSize(1);
        return claims.get(0);
    }

    private static OrderReading reading(int status) {
        BigDecimal none = BigDecimal.ZERO;
        Order order = new Order(
                250,
                status,
                Instant.parse("2026-11-01T10:00:00Z"),
                Instant.parse("2026-11-02T10:00:00Z"),
                "USD",
                3L,
                0,
                new BigDecimal("100"),
                none,
                none,
                none,
                none,
                none,
                none,
                new BigDecimal("100"),
                new BigDecimal("108.5000"),
                new BigDecimal("8.5"),
                none,
                none,
                none,
                none,
                BigDecimal.ONE,
                false,
                false,
                null,
                "captured",
                "braintree",
                "Credit card",
                null,
                List.of());
        return new OrderReading(order, List.of(), List.of());
    }
}
