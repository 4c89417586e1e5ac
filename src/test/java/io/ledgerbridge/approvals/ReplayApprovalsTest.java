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
import io.ledgerbridge.parked.OrderStates;
import io.ledgerbridge.queue.DueOrders;
import io.ledgerbridge.queue.QueueBeans;
import io.ledgerbridge.queue.RefundRecords;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Many parked orders are worked again by one person up to three orders and 1,000.00 of each currency; above, by two. */
@OnEachDatabase
class ReplayApprovalsTest {

    private final Database database;
    private final TestClock clock = new TestClock("2026-11-06T12:00:00Z");
    private final AnnotationConfigApplicationContext beans;
    private final ReplayRequests requests;
    private final Approvals approvals;

    ReplayApprovalsTest(Database database) {
        this.database = database;
        this.beans =
                database.beans(clock, QueueBeans.class, AuditTrail.class, RefundRecords.class, ApprovalBeans.class);
        this.requests = beans.getBean(ReplayRequests.class);
        this.approvals = beans.getBean(Approvals.class);
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
    void worksAsManyAgainAsTheLimitSays() {
        park(1, 3, "no-account", null, null);
        assertThat(requests.ask("us", (String) null, "anna")).isEqualTo(new ReplayAsked(null, 3, 0, Map.of()));
        assertThat(due()).containsExactly(1L, 2L, 3L);
        assertThat(link(2, "order-replayed")).isEqualTo("{\"by\":\"anna\"}");
        assertThat(approvals.count(State.WAITING, null)).isZero();
    }

    @Test
    void asksASecondPersonForOneMore() {
        park(1, 4, "no-account", "EUR", "100.50");
        park(9, 1, "gave-up", "USD", "100.00");

        ReplayAsked asked = requests.ask("us", "no-account", "anna");

        assertThat(asked.orders()).isEqualTo(4);
        assertThat(asked.amounts()).containsExactly(Map.entry("EUR", "402"));
        assertThat(due()).isEmpty();
        assertThat(approvals.page(State.WAITING, null, 0, 50)).singleElement().satisfies(waiting -> {
            assertThat(waiting.id()).isEqualTo(asked.approval());
            assertThat(waiting.kind()).isEqualTo(Approval.Kind.REPLAY);
            assertThat(waiting.order()).isZero();
            assertThat(waiting.request())
                    .isEqualTo(new ReplayRequest("no-account", null, 4, Map.of("EUR", "402"), "2026-11-06T12:00:00Z"));
        });

        assertThat(approvals.confirm(id(asked), "bob")).contains(new Replayed(4, 0));

        assertThat(due()).containsExactly(1L, 2L, 3L, 4L);
        assertThat(link(4, "order-replayed"))
                .isEqualTo("{\"approval\":%d,\"askedBy\":\"anna\",\"by\":\"bob\"}".formatted(id(asked)));
        assertThat(steps()).containsExactly("replay-asked", "replay-confirmed", "replay-done");
    }

    @Test
    void asksASecondPersonForMoreThanTheAmountOfOneCurrency() {
        park(1, 1, "no-account", "EUR", "1000.00");
        park(2, 1, "no-account", "USD", "1000.00");
        assertThat(requests.ask("us", "no-account", "anna").approval())
                .as("exactly reached")
                .isNull();

        park(3, 1, "gave-up", "EUR", "1000.00");
        park(4, 1, "gave-up", "EUR", "0.01");
        ReplayAsked asked = requests.ask("us", "gave-up", "anna");
        assertThat(asked.approval()).isNotNull();
        assertThat(asked.amounts()).containsExactly(Map.entry("EUR", "1000.01"));
    }

    @Test
    void areNoMoreThanAHundredOfAStoreAtATime() {
        park(1, 101, "no-account", null, null);
        park(200, 1, "no-account", null, null);
        database.jdbc()
                .sql("UPDATE due_order SET store = 'eu' WHERE order_id = 200")
                .update();
        LongStream.rangeClosed(1, 100).forEach(order -> requests.ask("us", List.of(order), true, "anna"));

        assertRefused(() -> requests.ask("us", List.of(101L), true, "anna"), Refused.Kind.CONFLICT);

        assertThat(requests.ask("eu", List.of(200L), true, "anna").approval()).isNotNull();
        long oldest = approvals.page(State.WAITING, "us", 99, 1).get(0).id();
        approvals.refuse(oldest, "bob", "there are too many");
        assertThat(requests.ask("us", List.of(101L), true, "anna").approval()).isNotNull();
    }

    @Test
    void countsOverAllStoresWhatIsAskedForTogether() {
        park(1, 1, "no-account", "EUR", "600.00");
        park(2, 1, "no-account", "EUR", "600.00");
        database.jdbc()
                .sql("UPDATE due_order SET store = 'eu' WHERE order_id = 2")
                .update();

        assertThat(requests.isSecondPersonNeeded(Map.of("us", List.of(1L)))).isFalse();
        assertThat(requests.isSecondPersonNeeded(Map.of("us", List.of(1L), "eu", List.of(2L))))
                .isTrue();
        assertThat(requests.isSecondPersonNeeded("us", 1)).isFalse();
        assertThat(requests.ask("us", List.of(1L), true, "anna").approval()).isNotNull();
        assertThat(due()).isEmpty();
    }

    /** What is in the ledger and shouldn't be is not in order either. */
    @Test
    void countsWhatAnOrderLacksAndWhatItHasTooMuch() {
        park(1, 1, "no-account", "EUR", "900.00");
        park(2, 1, "no-account", "EUR", "100.00");
        database.jdbc()
                .sql("UPDATE due_order SET refunded = 50, in_ledger = 250 WHERE order_id = 2")
                .update();
        assertThat(requests.ask("us", "no-account", "anna").amounts()).containsExactly(Map.entry("EUR", "1100"));
    }

    @Test
    void isDecidedOnceAndNeverByWhoAsked() {
        park(1, 4, "no-account", null, null);
        long id = id(requests.ask("us", (String) null, "anna"));
        assertRefused(() -> approvals.confirm(id, "Anna"), Refused.Kind.SAME_PERSON);
        assertRefused(() -> requests.ask("us", (String) null, "bob"), Refused.Kind.CONFLICT);
        approvals.refuse(id, "bob", "the accounts come first");
        assertRefused(() -> approvals.confirm(id, "carol"), Refused.Kind.CONFLICT);
        assertThat(due()).isEmpty();
        assertThat(steps()).containsExactly("replay-asked", "replay-refused");
        assertThat(requests.ask("us", (String) null, "bob").approval()).isGreaterThan(id);
    }

    @Test
    void worksEachOnceForTwoWhoConfirmAtOnce() throws Exception {
        park(1, 4, "no-account", null, null);
        long id = id(requests.ask("us", (String) null, "anna"));
        AtomicInteger people = new AtomicInteger();
        List<Boolean> confirmed = Together.run(4, () -> isConfirmed(id, "person " + people.incrementAndGet()));
        assertThat(confirmed).containsOnlyOnce(true);
        assertThat(database.jdbc()
                        .sql("SELECT count(*) FROM audit WHERE step = 'order-replayed'")
                        .query(Long.class)
                        .single())
                .isEqualTo(4);
    }

    /** Nobody confirms more than was asked for: what parks later is not among it. */
    @Test
    void skipsThoseThatAreParkedNoMoreAndTakesNoneThatParkedLater() {
        park(1, 5, "no-account", null, null);
        long id = id(requests.ask("us", "no-account", "anna"));
        beans.getBean(DueOrders.class).mark("us", 2);
        clock.advance(Duration.ofSeconds(1));
        park(6, 10, "no-account", null, null);
        assertThat(approvals.confirm(id, "bob")).contains(new Replayed(4, 1));
        assertThat(due()).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void worksASelectionAgainAndSkipsWhatIsNotParked() {
        park(1, 5, "no-account", null, null);
        beans.getBean(DueOrders.class).mark("us", 3);
        assertThat(requests.ask("us", List.of(5L, 3L, 1L, 1L), "anna"))
                .isEqualTo(new ReplayAsked(null, 2, 1, Map.of()));
        assertThat(due()).containsExactly(1L, 3L, 5L);
        assertThat(requests.ask("us", List.of(5L, 1L), "anna")).isEqualTo(new ReplayAsked(null, 0, 2, Map.of()));
    }

    @Test
    void asksASecondPersonForALargeSelectionOfThoseThatAreParked() {
        park(1, 6, "no-account", null, null);
        beans.getBean(DueOrders.class).mark("us", 3);
        ReplayAsked asked = requests.ask("us", List.of(1L, 2L, 3L, 4L, 5L), "anna");
        assertThat(asked.orders()).isEqualTo(4);
        assertThat(asked.skipped()).isEqualTo(1);
        assertThat(approvals.confirm(id(asked), "bob")).contains(new Replayed(4, 0));
        assertThat(due()).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void takesNoOrderOfWhichNothingIsKnown() {
        park(1, 2, "no-account", null, null);
        assertThatThrownBy(() -> requests.ask("us", List.of(1L, 2L, 77L), "anna"))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.kind()).isEqualTo(Refused.Kind.UNKNOWN))
                .hasMessageContaining("[77]");
        assertThat(due()).isEmpty();
    }

    @Test
    void tellsOfAnOrderWhichReplaysItIsAmong() {
        park(1, 4, "no-account", null, null);
        park(11, 4, "gave-up", null, null);
        long some = id(requests.ask("us", List.of(1L, 2L, 3L, 11L), "anna"));
        long cause = id(requests.ask("us", "gave-up", "anna"));
        clock.advance(Duration.ofSeconds(1));
        park(21, 1, "gave-up", null, null);

        assertThat(replays(1)).containsExactly(some);
        assertThat(replays(4)).isEmpty();
        assertThat(replays(11)).containsExactly(some, cause);
        assertThat(replays(21)).as("parked later").isEmpty();
        beans.getBean(DueOrders.class).mark("us", 11);
        assertThat(replays(11)).as("parked no more").isEmpty();
        approvals.refuse(some, "bob", "not yet");
        assertThat(replays(1)).isEmpty();
    }

    private List<Long> replays(long order) {
        return beans.getBean(OrderStates.class).of("us", order).stream()
                .flatMap(status -> approvals.replays(status).stream())
                .map(Approval::id)
                .toList();
    }

    private boolean isConfirmed(long id, String by) {
        try {
            return approvals.confirm(id, by).isPresent();
        } catch (Refused already) {
            assertThat(already.kind()).isEqualTo(Refused.Kind.CONFLICT);
            return false;
        }
    }

    private void park(long first, int count, String reason, @Nullable String currency, @Nullable String total) {
        LongStream.range(first, first + count)
                .forEach(order -> database.jdbc()
                        .sql("""
                        INSERT INTO due_order (store, order_id, marks, fence, outcome, reason, settled_at, currency, total)
                        VALUES ('us', :order, 1, 1, 'parked', :reason, :at, :currency, CAST(:total AS NUMERIC(27, 4)))""")
                        .param("order", order)
                        .param("reason", reason)
                        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("currency", currency)
                        .param("total", total == null ? null : new BigDecimal(total))
                        .update());
    }

    private List<Long> due() {
        return database.jdbc()
                .sql("SELECT order_id FROM due_order WHERE due_at IS NOT NULL ORDER BY order_id")
                .query(Long.class)
                .list();
    }

    private List<String> steps() {
        return links(0).stream().map(AuditLink::step).toList();
    }

    private String link(long order, String step) {
        return links(order).stream()
                .filter(link -> link.step().equals(step))
                .findFirst()
                .orElseThrow()
                .detail();
    }

    private List<AuditLink> links(long order) {
        return beans.getBean(AuditTrail.class).of("us", order, 0, 100);
    }

    private static long id(ReplayAsked asked) {
        return Objects.requireNonNull(asked.approval());
    }

    private static void assertRefused(Runnable deed, Refused.Kind kind) {
        assertThatThrownBy(deed::run)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.kind()).isEqualTo(kind));
    }
}
