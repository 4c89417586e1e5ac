package io.ledgerbridge.catchup.shadow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.ledgerbridge.Database;
import io.ledgerbridge.OnEachDatabase;
import io.ledgerbridge.TestClock;
import io.ledgerbridge.Together;
import io.ledgerbridge.bigcommerce.ShopSettings;
import io.ledgerbridge.bigcommerce.ShopTroubles;
import io.ledgerbridge.bigcommerce.Shops;
import io.ledgerbridge.bigcommerce.lists.OrderLists;
import io.ledgerbridge.books.Entries;
import io.ledgerbridge.books.Journal;
import io.ledgerbridge.catchup.Backfills.Changed;
import io.ledgerbridge.catchup.Backfills.Held;
import io.ledgerbridge.faults.Fault;
import io.ledgerbridge.faults.ParkCode;
import io.ledgerbridge.faults.ParkReason;
import io.ledgerbridge.faults.Side;
import io.ledgerbridge.parked.OrderPreview.Preview;
import io.ledgerbridge.posting.Plan;
import io.ledgerbridge.posting.rules.PostingRules;
import io.ledgerbridge.posting.rules.Rules;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;

/** A shadow run from its list to its sums, and what two processes make of one. */
@OnEachDatabase
class ShadowOrdersTest {

    private final TestClock clock = new TestClock("2026-11-03T12:00:00Z");
    private final Database database;
    private final AnnotationConfigApplicationContext beans;
    private final ShadowRuns runs;
    private final ShadowOrders orders;
    private final ShadowReports reports;

    ShadowOrdersTest(Database database) {
        this.database = database;
        this.beans = process();
        this.runs = beans.getBean(ShadowRuns.class);
        this.orders = beans.getBean(ShadowOrders.class);
        this.reports = beans.getBean(ShadowReports.class);
    }

    /** The store that runs are of. */
    static class Stores {

        @Bean
        Shops shops() {
            return new Shops(Map.of("us", mock(ShopSettings.class)));
        }

        @Bean
        Rules rules() {
            PostingRules us = mock(PostingRules.class, RETURNS_DEEP_STUBS);
            when(us.journal().zone()).thenReturn(ZoneId.of("America/Chicago"));
            return new Rules(Map.of("us", us));
        }
    }

    private AnnotationConfigApplicationContext process() {
        return database.beans(
                clock,
                Stores.class,
                OrderLists.class,
                ShopTroubles.class,
                ShadowRuns.class,
                ShadowOrders.class,
                ShadowReports.class);
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
    void listsEachOrderOnceAndNumbersRunsAsNoBackfillIs() {
        long run = ask();
        ShadowPage page = runs.pages().get(0);
        String whole = LongStream.rangeClosed(1, 250)
                .mapToObj("{\"id\": %d}"::formatted)
                .toList()
                .toString();

        runs.list(page, whole);
        runs.list(page, whole);
        runs.list(runs.pages().get(0), "[]");

        assertThat(run).isGreaterThan(1_000_000);
        assertThat(reports.of(run).orElseThrow().found()).isEqualTo(250);
        assertThat(reports.of(run).orElseThrow().state()).isEqualTo("working");
        assertThat(runs.pages()).isEmpty();
        assertThat(List.of("due_order", "event", "journal", "backfill", "backfill_order"))
                .as("of which processes of other versions work")
                .allSatisfy(table -> assertThat(database.count(table)).isZero());
    }

    @Test
    void saysAllThatIsFoundInClassesThatAddUp() {
        long run = listed(8);
        List<ShadowOrder> found = orders.turn().get(0);
        compare(found.get(0), Plan.post(List.of(Entries.draft("BC1", "USD", "10.00")), "to post"));
        compare(found.get(1), Plan.post(List.of(), "as it is"));
        compare(found.get(2), Plan.ignore("a test order"));
        compare(found.get(3), Plan.hold(List.of(), "not paid"));
        compare(found.get(4), Plan.park(reason(ParkCode.UNMAPPED_CHANNEL)));
        compare(found.get(5), Plan.park(List.of(Entries.draft("BC6", "EUR", "5.00")), reason(ParkCode.UNKNOWN_TENDER)));
        fails(found.get(6), Fault.needsPerson(reason(ParkCode.REFUSED_BY_BIGCOMMERCE)));

        ShadowSummary summary = reports.of("us", null, 10).get(0);

        assertThat(List.of(
                        summary.found(),
                        summary.post(),
                        summary.agree(),
                        summary.ignore(),
                        summary.hold(),
                        summary.setAside(),
                        summary.park(),
                        summary.unread(),
                        summary.left()))
                .containsExactly(8L, 1L, 1L, 1L, 1L, 0L, 2L, 1L, 1L);
        assertThat(reports.causes(run))
                .extracting(ShadowCause::reason)
                .containsExactlyInAnyOrder("unmapped-channel", "unknown-tender", "refused-by-bigcommerce");
        assertThat(reports.accounts(run)).extracting(AccountChange::currency).contains("USD", "EUR");
        assertThat(reports.orders(
                        run, EnumSet.of(ShadowOutcome.PARK), null, found.get(4).order(), 10))
                .singleElement()
                .satisfies(order -> assertThat(order.entries()).isEqualTo(1));
    }

    /** Whichever of them was first, it counts once, and so do its amounts. */
    @Test
    void countsAnOrderOnceThatTwoProcessesCompare() throws Exception {
        long run = listed(10);
        List<ShadowOrder> found = orders.turn().get(0);
        Preview preview = new Preview(
                Plan.post(List.of(Entries.draft("BC1", "USD", "10.00")), "to post"),
                List.of(),
                List.of(Journal.counted(1, "us", 1, Entries.draft("BC1", "USD", "7.00"), null)));
        try (AnnotationConfigApplicationContext other = process()) {
            List<ShadowOrders> both = List.of(orders, other.getBean(ShadowOrders.class));
            Together.run(4, () -> {
                found.forEach(order -> both.forEach(process -> process.compared(order, preview)));
                return 0;
            });
        }

        assertThat(reports.of(run).orElseThrow().post()).isEqualTo(10);
        assertThat(reports.accounts(run)).hasSizeGreaterThan(1).anySatisfy(account -> {
            assertThat(account.inLedger()).isEqualByComparingTo("70");
            assertThat(account.change()).isEqualByComparingTo("100");
            assertThat(account.after()).isEqualByComparingTo("170");
        });
        assertThat(reports.of(run).orElseThrow().state()).isEqualTo("done");
    }

    @Test
    void hasAnOrderReadByOneProcessUntilThatHasEnded() {
        listed(1);
        ShadowOrder order = orders.turn().get(0).get(0);

        assertThat(orders.take(order)).isTrue();
        assertThat(orders.take(order)).isFalse();
        assertThat(orders.turn()).isEmpty();

        clock.advance(Duration.ofMinutes(6));
        assertThat(orders.turn().get(0)).singleElement().satisfies(again -> {
            assertThat(again.tries()).isEqualTo(1);
            assertThat(orders.take(again)).isTrue();
        });
    }

    @Test
    void leavesAnOrderOutWhoseReadingsNeverEnd() {
        long run = listed(1);
        for (int reading = 0; reading < ShadowFailure.MOST_TRIES; reading++) {
            assertThat(orders.take(orders.turn().get(0).get(0))).isTrue();
            clock.advance(Duration.ofMinutes(6));
        }

        assertThat(orders.take(orders.turn().get(0).get(0))).isFalse();

        assertThat(reports.causes(run)).containsExactly(new ShadowCause(ShadowOutcome.UNREAD, "poison", 1));
    }

    @Test
    void triesAnOrderThatIsNotFoundAgainWhileTheOthersGoOn() {
        long run = listed(2);
        Fault notFound = Fault.needsPersonAfter(2, reason(ParkCode.ORDER_NOT_FOUND));
        ShadowOrder gone = orders.turn().get(0).get(0);

        fails(gone, notFound);
        assertThat(orders.turn().get(0)).extracting(ShadowOrder::order).containsExactly(2L);
        clock.advance(Duration.ofMinutes(1));
        fails(orders.turn().get(0).get(1), notFound);

        assertThat(reports.causes(run)).containsExactly(new ShadowCause(ShadowOutcome.UNREAD, "order-not-found", 1));
    }

    @Test
    void waitsWithTheWholeRunWhileBigCommerceFailsAndCountsNoTryWhereItOnlyAsksToWait() {
        listed(2);
        fails(orders.turn().get(0).get(0), Fault.throttled(Side.BIGCOMMERCE, "wait", clock.instant()));
        assertThat(orders.turn()).as("the run waits").isEmpty();
        clock.advance(Duration.ofMinutes(1));

        List<ShadowOrder> again = orders.turn().get(0);

        assertThat(again).hasSize(2).extracting(ShadowOrder::tries).containsOnly(0);
        fails(again.get(0), Fault.passing("HTTP 503", null));
        assertThat(orders.turn()).isEmpty();
        clock.advance(Duration.ofMinutes(3));
        assertThat(orders.turn().get(0)).extracting(ShadowOrder::tries).containsExactlyInAnyOrder(0, 1);
    }

    /** As a real work would, which parks only where a second reading says the same. */
    @Test
    void readsOnceMoreWhatAReadingMayHaveMissed() {
        long run = listed(1);
        Plan differs = Plan.park(reason(ParkCode.PRODUCTS_DIFFER));
        compare(orders.turn().get(0).get(0), differs);
        assertThat(reports.of(run).orElseThrow().left()).isEqualTo(1);
        clock.advance(Duration.ofMinutes(1));

        compare(orders.turn().get(0).get(0), differs);

        assertThat(reports.of(run).orElseThrow().park()).isEqualTo(1);
    }

    @Test
    void comparesNothingWhilePausedAndNothingMoreOnceStopped() {
        long run = listed(2);
        ShadowOrder underWay = orders.turn().get(0).get(0);

        assertThat(runs.hold(run, Held.PAUSED)).isEqualTo(Changed.NOW);
        assertThat(runs.hold(run, Held.PAUSED)).isEqualTo(Changed.SO_BEFORE);
        assertThat(orders.take(underWay)).isFalse();
        assertThat(orders.turn()).isEmpty();
        assertThat(state(run)).isEqualTo("paused");

        assertThat(runs.hold(run, Held.RESUMED)).isEqualTo(Changed.NOW);
        assertThat(orders.take(underWay)).isTrue();
        assertThat(runs.hold(run, Held.STOPPED)).isEqualTo(Changed.NOW);
        assertThat(orders.turn()).isEmpty();
        assertThat(state(run)).isEqualTo("stopped");
        assertThat(runs.hold(run, Held.RESUMED)).isEqualTo(Changed.TOO_LATE);
    }

    @Test
    void holdsNoneThatIsDone() {
        long run = listed(1);
        compare(orders.turn().get(0).get(0), Plan.ignore("a test order"));

        assertThat(state(run)).isEqualTo("done");
        for (Held held : Held.values()) {
            assertThat(runs.hold(run, held)).isEqualTo(Changed.TOO_LATE);
        }
    }

    /** Each second asks for them, and a run may have a hundred thousand. */
    @Test
    void looksForTheNextOrdersByTheirIndex() {
        assumeThat(database.toString()).isEqualTo("H2");

        assertThat(database.jdbc()
                        .sql("EXPLAIN " + ShadowOrderRows.DUE)
                        .params(Map.of("run", 1, "now", clock.instant().toString(), "most", 10))
                        .query(String.class)
                        .single())
                .contains("shadow_order_to_compare")
                .endsWith("/* index sorted */");
    }

    private String state(long run) {
        return reports.of(run).orElseThrow().state();
    }

    private void compare(ShadowOrder order, Plan plan) {
        assertThat(orders.take(order)).isTrue();
        orders.compared(order, new Preview(plan, List.of(), List.of()));
    }

    private void fails(ShadowOrder order, Fault fault) {
        assertThat(orders.take(order)).isTrue();
        orders.failed(order, fault);
    }

    private static ParkReason reason(ParkCode code) {
        return new ParkReason(code, "what was seen", "what to do");
    }

    private long ask() {
        return runs.ask("us", LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 2));
    }

    /** A run that has found the orders from 1 on, and all of them. */
    private long listed(int orders) {
        long run = ask();
        runs.list(
                runs.pages().get(0),
                LongStream.rangeClosed(1, orders)
                        .mapToObj("{\"id\": %d}"::formatted)
                        .toList()
                        .toString());
        runs.list(runs.pages().get(0), "[]");
        return run;
    }
}
