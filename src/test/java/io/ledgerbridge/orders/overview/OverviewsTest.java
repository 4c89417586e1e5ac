package io.ledgerbridge.orders.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.ledgerbridge.Database;
import io.ledgerbridge.OnEachDatabase;
import io.ledgerbridge.TestClock;
import io.ledgerbridge.catchup.LastLooks;
import io.ledgerbridge.orders.OrderFilter;
import io.ledgerbridge.orders.OrderList;
import io.ledgerbridge.orders.SeededOrders;
import io.ledgerbridge.queue.figures.NotInLedger;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnEachDatabase
class OverviewsTest {

    private static final List<String> OUTCOMES =
            List.of("NULL", "'posted'", "'ignored'", "'held'", "'set-aside'", "'parked'");

    private final Database database;
    private final JdbcClient jdbc;
    private final TestClock clock = new TestClock("2026-11-05T12:00:00Z");
    private final AnnotationConfigApplicationContext beans;
    private final Stops stops = mock(Stops.class);
    private final X3Limits limits = mock(X3Limits.class);
    private final Overviews overviews;
    private int orders;

    OverviewsTest(Database database) {
        this.database = database;
        this.jdbc = database.jdbc();
        this.beans = database.beans(clock, OrderList.class, LastLooks.class);
        this.overviews = new Overviews(
                jdbc, beans.getBean(OrderList.class), stops, limits, beans.getBean(LastLooks.class), clock::instant);
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
    void addsUpWhateverOrdersThereAre() {
        Random random = new Random(7);
        for (int n = 1; n <= 300; n++) {
            String outcome = OUTCOMES.get(random.nextInt(6));
            SeededOrders order = order(random.nextBoolean() ? "us" : "eu", "2026-11-0" + (1 + random.nextInt(9)))
                    .with("outcome", outcome);
            if (random.nextInt(4) == 0) {
                order.due("2026-11-05 11:00:00+00", random.nextBoolean() ? "me" : null);
            }
            order.insert();
        }
        OrderTotals all = of(null).totals();
        assertThat(all.known()).isEqualTo(300).isEqualTo(database.count("due_order"));
        assertThat(all.onTheWay()).isEqualTo(count("due_at IS NOT NULL OR outcome IS NULL"));
        assertThat(all.needYou()).isEqualTo(count("due_at IS NULL AND outcome = 'parked'"));
        assertThat(of("us").totals().known() + of("eu").totals().known()).isEqualTo(300);
        long byDay = 0;
        for (LocalDate day = LocalDate.parse("2026-11-01"); day.getDayOfMonth() < 10; day = day.plusDays(1)) {
            byDay += overviews.of(null, day, day).totals().known();
        }
        assertThat(byDay).isEqualTo(300);
    }

    @Test
    void addsUpWhileOthersChangeWhatItCounts() throws Exception {
        for (int n = 0; n < 200; n++) {
            order("us", "2026-11-05").insert();
        }
        AtomicBoolean over = new AtomicBoolean();
        List<CompletableFuture<Void>> writers = List.of(1, 2, 3).stream()
                .map(seed -> CompletableFuture.runAsync(() -> change(new Random(seed), over)))
                .toList();
        try {
            for (int read = 0; read < 200; read++) {
                OrderTotals totals =
                        overviews.totals(beans.getBean(OrderList.class).select(OrderFilter.NONE));
                assertThat(totals.known()).isEqualTo(200);
            }
        } finally {
            over.set(true);
        }
        for (CompletableFuture<Void> writer : writers) {
            writer.get();
        }
    }

    private void change(Random random, AtomicBoolean over) {
        while (!over.get()) {
            jdbc.sql("UPDATE due_order SET outcome = %s, due_at = %s WHERE order_id = %d"
                            .formatted(
                                    OUTCOMES.get(random.nextInt(6)),
                                    random.nextBoolean() ? "NULL" : "CURRENT_TIMESTAMP",
                                    1 + random.nextInt(200)))
                    .update();
        }
    }

    @Test
    void refusesAClassOfItsOwn() {
        order("us", "2026-11-05").with("outcome", "'lost'").insert();
        assertThatThrownBy(() -> of(null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("lost");
    }

    @Test
    void saysWhyOrdersNeedYouAndWhatIsNotInTheLedger() {
        parked("gave-up")
                .with("total", 10)
                .with("refunded", 2)
                .with("in_ledger", 3)
                .insert();
        parked("gave-up")
                .with("total", 7)
                .with("in_ledger", 0)
                .with("currency", "'EUR'")
                .insert();
        parked("gave-up").unread().insert();
        parked("unmapped-channel").with("in_ledger", 0).with("total", 1).insert();
        parked("unmapped-channel").due("2026-11-05 11:00:00+00", null).insert();

        assertThat(of(null).causes())
                .usingRecursiveComparison()
                .withEqualsForType((one, other) -> one.compareTo(other) == 0, BigDecimal.class)
                .isEqualTo(List.of(
                        new Cause(
                                "gave-up",
                                3,
                                List.of(
                                        missing("EUR", 1, 0, "7"),
                                        missing("USD", 1, 0, "5"),
                                        missing(null, 1, 1, "0"))),
                        new Cause("unmapped-channel", 1, List.of(missing("USD", 1, 0, "1")))));
        assertThat(of("eu").causes()).isEmpty();
    }

    @Test
    void countsAnAmountWithoutItsCurrencyAsNotRead() {
        parked("gave-up")
                .with("total", 7)
                .with("in_ledger", 0)
                .with("currency", null)
                .insert();

        assertThat(of(null).causes().get(0).amounts()).containsExactly(missing(null, 1, 1, "0"));
    }

    /** A sale that is missing and a refund that is missing are two amounts, and not nothing. */
    @Test
    void countsAnOrderWithWhatTheLedgerLacksOrHasTooMuch() {
        parked("gave-up").with("total", 100).with("in_ledger", 0).insert();
        parked("gave-up")
                .with("total", 130)
                .with("refunded", 100)
                .with("in_ledger", 130)
                .insert();
        parked("unmapped-channel")
                .with("total", 30)
                .with("refunded", 30)
                .with("in_ledger", 30)
                .insert();

        assertThat(of(null).causes())
                .extracting(cause -> cause.amounts().get(0).amount().intValueExact())
                .containsExactly(200, 30);
        assertThat(Cause.together(of(null).causes()))
                .singleElement()
                .satisfies(all -> assertThat(all.amount()).isEqualByComparingTo("230"));
    }

    @Test
    void namesTheCauseFirstThatComesToMost() {
        parked("gave-up").with("total", 10).with("in_ledger", 0).insert();
        parked("gave-up").with("total", 10).with("in_ledger", 0).insert();
        parked("closed-period").with("total", 500).with("in_ledger", 0).insert();

        assertThat(of(null).causes()).extracting(Cause::reason).containsExactly("closed-period", "gave-up");
    }

    @Test
    void hasOneOfFourAnswers() {
        assertThat(of(null).verdict()).isEqualTo(Verdict.NONE_YET);
        order("us", "2026-11-05").insert();
        assertThat(of(null).verdict()).isEqualTo(Verdict.YES);
        underWay(1);
        assertThat(of(null).verdict()).isEqualTo(Verdict.ALMOST);
        parked("gave-up").insert();
        assertThat(of(null).verdict()).isEqualTo(Verdict.NO);
        assertThat(of("eu").verdict()).isEqualTo(Verdict.NONE_YET);
        stopped("us", Stop.Kind.BIGCOMMERCE);
        assertThat(of("us").verdict()).isEqualTo(Verdict.CANT_SAY);
        assertThat(of("us").outlook()).extracting(Outlook::kind).isEqualTo(Outlook.Kind.STOPPED);
        assertThat(of(null).verdict()).isEqualTo(Verdict.NO);
    }

    /** Which orders there are is known; until when they are done isn't. */
    @Test
    void saysWhatIsKnownWhereOnlyTheWorkIsStopped() {
        order("us", "2026-11-05").insert();
        for (Stop.Kind kind : List.of(Stop.Kind.SAGE_X3, Stop.Kind.PAIRING, Stop.Kind.PAUSE)) {
            stopped("us", kind);
            assertThat(of("us").verdict()).as(kind.name()).isEqualTo(Verdict.YES);
        }
        underWay(1);
        assertThat(of("us").verdict()).isEqualTo(Verdict.ALMOST);
        assertThat(of("us").outlook()).extracting(Outlook::kind).isEqualTo(Outlook.Kind.STOPPED);
        parked("gave-up").insert();
        assertThat(of("us").verdict()).isEqualTo(Verdict.NO);
        for (Stop.Kind kind : List.of(Stop.Kind.SWEEP, Stop.Kind.LATE_LOOK, Stop.Kind.FIRST_LOOK, Stop.Kind.NO_LOOK)) {
            stopped("us", kind);
            assertThat(of("us").verdict()).as(kind.name()).isEqualTo(Verdict.CANT_SAY);
            assertThat(of("us").outlook())
                    .as(kind.name())
                    .extracting(Outlook::kind)
                    .isNotEqualTo(Outlook.Kind.STOPPED);
        }
    }

    /** Its first look comes in a moment. */
    @Test
    void isNotUncertainWhereTheProgramWasJustSetUp() {
        stopped("us", Stop.Kind.FIRST_LOOK);
        assertThat(of("us").verdict()).isEqualTo(Verdict.NONE_YET);
        stopped("us", Stop.Kind.NO_LOOK);
        assertThat(of("us").verdict()).isEqualTo(Verdict.CANT_SAY);
    }

    @Test
    void isNotDoneWhereAnOrderMayBeBehindWhatCanNotBeRead() {
        order("us", "2026-11-05").insert();
        jdbc.sql("""
                        INSERT INTO event (store, disposition, body_sha256, received_at)
                        VALUES ('eu', 'unreadable', 'none', CURRENT_TIMESTAMP)""").update();
        assertThat(of(null).verdict()).isEqualTo(Verdict.NO);
        assertThat(of(null).unreadable()).isEqualTo(1);
        assertThat(of("us").verdict()).isEqualTo(Verdict.YES);
        assertThat(of("eu").verdict()).isEqualTo(Verdict.NO);
    }

    private void stopped(String store, Stop.Kind kind) {
        when(stops.of(store)).thenReturn(List.of(new Stop(store, kind, clock.instant(), null, "why")));
    }

    @Test
    void tellsWhenThoseUnderWayAreDoneByThePaceOfTenMinutes() {
        settled(20, "11:55:00", "11:30:00");
        underWay(4);
        assertThat(of(null).pace()).isEqualTo(new Pace(10, 4, 20, 0));
        assertThat(of(null).outlook().kind()).isEqualTo(Outlook.Kind.BY_THEN);
        assertThat(of(null).outlook().at()).isEqualTo("2026-11-05T12:02:00Z");
        assertThat(of("eu").outlook().kind()).isEqualTo(Outlook.Kind.CAUGHT_UP);
    }

    @Test
    void goesByAnHourWhereTenMinutesTellTooLittle() {
        settled(19, "11:55:00", "11:54:00");
        settled(11, "11:05:00", "10:00:00");
        assertThat(of(null).pace()).isEqualTo(new Pace(60, 19, 30, 0));
    }

    @Test
    void isNotDoneBeforeTheLastThatWaitsMayBeWorked() {
        settled(20, "11:55:00", "11:30:00");
        order("us", "2026-11-05")
                .with("outcome", "NULL")
                .due("2026-11-05 15:00:00+00", null)
                .insert();
        assertThat(of(null).outlook().at()).isEqualTo("2026-11-05T15:00:00Z");
    }

    @Test
    void neverCatchesUpWhereMoreComeThanGo() {
        settled(20, "11:55:00", "11:54:00");
        underWay(30);
        when(limits.reached(null)).thenReturn(List.of(new Outlook.X3Limit("us", 4)));
        Outlook outlook = of(null).outlook();
        assertThat(of(null).pace()).isEqualTo(new Pace(10, 50, 20, 0));
        assertThat(outlook.kind()).isEqualTo(Outlook.Kind.GROWING);
        assertThat(outlook.at()).isNull();
        assertThat(outlook.limits()).containsExactly(new Outlook.X3Limit("us", 4));
    }

    @Test
    void canNotTellWhereNothingWasSettledForAnHour() {
        underWay(1);
        assertThat(of(null).outlook().kind()).isEqualTo(Outlook.Kind.UNKNOWN);
    }

    @Test
    void tellsSinceWhenMissedOrdersWereNotLookedFor() {
        look("us", "orders", "'2026-11-05 11:58:00+00'");
        look("us", "refunds", "'2026-11-05 11:57:00+00'");
        look("us", "old-refunds", "'2026-11-04 01:00:00+00'");
        look("eu", "orders", "'2026-11-05 11:58:00+00'");
        look("eu", "refunds", null);
        assertThat(of(null).lookedAt()).isEqualTo(Map.of("us", Instant.parse("2026-11-05T11:57:00Z")));
        assertThat(of("eu").lookedAt()).isEmpty();
    }

    /** Each has a Sage X3 of its own: what one settles says nothing of the other's backlog. */
    @Test
    void isDoneWhenTheSlowestStoreIs() {
        settled("us", 200, "11:55:00", "11:30:00");
        settled("eu", 20, "11:55:00", "11:30:00");
        underWay("eu", 15);
        assertThat(of(null).outlook().at()).isEqualTo("2026-11-05T12:07:30Z");
        assertThat(of(null).outlook().store()).isEqualTo("eu");
        underWay("us", 1);
        assertThat(of(null).outlook().at()).isEqualTo("2026-11-05T12:07:30Z");
        assertThat(of("us").outlook().at()).isEqualTo("2026-11-05T12:00:03Z");
        underWay("uk", 1);
        assertThat(of(null).outlook().kind()).isEqualTo(Outlook.Kind.UNKNOWN);
        assertThat(of(null).outlook().store()).isEqualTo("uk");
    }

    @Test
    void fallsBehindWhereOneStoreDoes() {
        settled("us", 1000, "11:55:00", "11:30:00");
        settled("eu", 20, "11:55:00", "11:54:00");
        underWay("eu", 30);
        assertThat(of(null).outlook().kind()).isEqualTo(Outlook.Kind.GROWING);
        assertThat(of(null).outlook().pace()).isEqualTo(new Pace(10, 50, 20, 0));
        assertThat(of(null).pace()).isEqualTo(new Pace(10, 50, 1020, 0));
    }

    @Test
    void isStoppedWhereTheStoreThatIsHasOrdersUnderWay() {
        settled("us", 20, "11:55:00", "11:30:00");
        underWay("us", 1);
        when(stops.of(null)).thenReturn(List.of(new Stop("eu", Stop.Kind.PAUSE, clock.instant(), null, "why")));
        assertThat(of(null).outlook().kind()).isEqualTo(Outlook.Kind.BY_THEN);
        underWay("eu", 1);
        assertThat(of(null).outlook().kind()).isEqualTo(Outlook.Kind.STOPPED);
    }

    @Test
    void countsApartWhatParked() {
        settled("us", 20, "11:55:00", "11:30:00");
        parked("gave-up")
                .with("settled_at", "TIMESTAMP WITH TIME ZONE '2026-11-05 11:56:00+00'")
                .insert();
        assertThat(of(null).pace()).isEqualTo(new Pace(10, 1, 21, 1));
        assertThat(of(null).pace().done()).isEqualTo(20);
    }

    @Test
    void namesTheOrderThatWaitsLongest() {
        assertThat(of(null).oldest()).isNull();
        order("us", "2026-11-05").insert();
        underWay("us", 2);
        order("eu", "2026-11-01")
                .due("2026-11-05 13:00:00+00", null)
                .with("came_at", "TIMESTAMP WITH TIME ZONE '2026-11-05 09:00:00+00'")
                .insert();
        assertThat(of(null).oldest()).isEqualTo(new Waiting("eu", orders, Instant.parse("2026-11-05T09:00:00Z")));
        assertThat(of("us").oldest()).isEqualTo(new Waiting("us", 2, Instant.parse("2026-11-05T11:59:00Z")));
    }

    private Overview of(@Nullable String store) {
        return overviews.of(store, null, null);
    }

    private SeededOrders order(String store, String day) {
        return SeededOrders.posted(jdbc, store, ++orders, day, "1")
                .with("came_at", "TIMESTAMP WITH TIME ZONE '2026-11-05 11:59:00+00'");
    }

    private SeededOrders parked(String reason) {
        return order("us", "2026-11-05").with("outcome", "'parked'").with("reason", "'" + reason + "'");
    }

    private void underWay(int count) {
        underWay("us", count);
    }

    private void underWay(String store, int count) {
        for (int n = 0; n < count; n++) {
            order(store, "2026-11-05")
                    .with("outcome", "NULL")
                    .due("2026-11-05 11:59:30+00", null)
                    .insert();
        }
    }

    private void settled(int count, String at, String came) {
        settled("us", count, at, came);
    }

    private void settled(String store, int count, String at, String came) {
        for (int n = 0; n < count; n++) {
            order(store, "2026-11-05")
                    .with("settled_at", "TIMESTAMP WITH TIME ZONE '2026-11-05 " + at + "+00'")
                    .with("came_at", "TIMESTAMP WITH TIME ZONE '2026-11-05 " + came + "+00'")
                    .insert();
        }
    }

    private void look(String store, String list, @Nullable String at) {
        jdbc.sql("INSERT INTO sweep_cursor (store, name, at, looked_at) VALUES ('%s', '%s', CURRENT_TIMESTAMP, %s)"
                        .formatted(store, list, at == null ? "NULL" : "TIMESTAMP WITH TIME ZONE " + at))
                .update();
    }

    private long count(String condition) {
        return jdbc.sql("SELECT count(*) FROM due_order WHERE " + condition)
                .query(Long.class)
                .single();
    }

    private static NotInLedger missing(@Nullable String currency, long orders, long notRead, String amount) {
        return new NotInLedger(currency, orders, notRead, new BigDecimal(amount));
    }
}
