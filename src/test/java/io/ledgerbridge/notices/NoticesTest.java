package io.ledgerbridge.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.ledgerbridge.Database;
import io.ledgerbridge.OnEachDatabase;
import io.ledgerbridge.TestClock;
import io.ledgerbridge.alerts.AlertSettings;
import io.ledgerbridge.alerts.Notice;
import io.ledgerbridge.database.TimedLocks;
import io.ledgerbridge.faults.Side;
import io.ledgerbridge.parked.DeadLetters;
import io.ledgerbridge.parked.OrderCounts;
import io.ledgerbridge.posting.Settings;
import io.ledgerbridge.posting.rules.Rules;
import io.ledgerbridge.queue.Pauses;
import io.ledgerbridge.queue.QueueBeans;
import io.ledgerbridge.sagex3.login.TokenStates;
import io.ledgerbridge.work.StoreBackOff;
import io.ledgerbridge.work.TestStoppages;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** People are told once of what they have to know, whichever process notices. */
@OnEachDatabase
class NoticesTest {

    private static final AlertSettings SOMEBODY = new AlertSettings(List.of("finance@example.com"), null);

    /** In the store's zone it is six in the morning. */
    private final TestClock clock = new TestClock("2026-11-03T12:00:00Z");

    private final Database database;
    private final AnnotationConfigApplicationContext beans;
    private final List<Notice> told = new ArrayList<>();

    /** Whether the process ends before a way has taken what it tells. */
    private boolean isKilled;

    NoticesTest(Database database) {
        this.database = database;
        this.beans = database.beans(
                clock,
                QueueBeans.class,
                Pauses.class,
                OrderCounts.class,
                DeadLetters.class,
                TokenStates.class,
                StoreBackOff.class,
                TimedLocks.class,
                NoticeRows.class,
                ParkedCauses.class);
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
    void tellsOfACauseAtItsFirstParkAndNotAgain() {
        turn();
        assertThat(told).isEmpty();
        park(1004, "missing-account", "Set channels.1.accounts.shipping.");
        turn();
        park(1005, "missing-account", "Set channels.1.accounts.shipping.");
        park(1006, "gave-up", null);
        turn();
        assertThat(told)
                .extracting(Notice::kind, Notice::text)
                .containsExactly(
                        tuple(
                                "parked",
                                "An order of store us needs you: missing-account. The one that waits longest is order 1004. What to do: Set channels.1.accounts.shipping."),
                        tuple(
                                "parked",
                                "An order of store us needs you: gave-up. The one that waits longest is order 1006."));
        assertThat(told)
                .first()
                .extracting(Notice::detail)
                .isEqualTo(Map.of("store", "us", "reason", "missing-account", "orders", 1L, "order", 1004L));
    }

    /** Rows have microseconds, and round what has more. */
    @Test
    void tellsAtOnceByAClockThatHasNanoseconds() {
        clock.set(Instant.parse("2026-11-03T12:00:00.123456789Z"));
        park(1004, "missing-account", null);
        turn();
        assertThat(told).hasSize(1);
    }

    /** What somebody replays parks again at once, as often as not. */
    @Test
    void tellsAgainOnlyOnceNoneWasParkedForAnHour() {
        park(1004, "missing-account", null);
        turn();
        unpark(1004);
        turn();
        clock.advance(Duration.ofMinutes(50));
        turn();
        park(1004, "missing-account", null);
        turn();
        assertThat(told).hasSize(1);
        unpark(1004);
        turn();
        clock.advance(Duration.ofMinutes(60));
        turn();
        park(1004, "missing-account", null);
        turn();
        assertThat(kinds()).containsExactly("parked", "digest", "parked");
    }

    /** They may name a person. */
    @Test
    void repeatsNothingThatSageX3OrBigCommerceSaid() {
        park(1004, "refused-by-x3", "Correct what X3 names.");
        database.jdbc()
                .sql("UPDATE due_order SET detail = 'Jane Roe is barred', remedy = 'Unbar JROE, Jane Roe'")
                .update();
        turn();
        assertThat(told).singleElement().asString().doesNotContain("Jane");
    }

    @Test
    void tellsOfADeliveryThatCannotBeRead() {
        database.jdbc().sql("""
                        INSERT INTO event (store, disposition, body_sha256, body, received_at)
                        VALUES ('us', 'unreadable', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
                            CAST('' AS BYTEA), TIMESTAMP WITH TIME ZONE '2026-11-03 11:00:00Z')""").update();
        turn();
        assertThat(told).singleElement().asString().contains("unreadable-event", "Then dismiss the delivery");
    }

    @Test
    void tellsOfAStoreThatHasStoppedForMinutesAndThatItGoesOn() {
        stops();
        turn();
        assertThat(told).as("it may be over in a moment").isEmpty();
        clock.advance(Duration.ofMinutes(5));
        turn();
        clock.advance(Duration.ofMinutes(5));
        turn();
        assertThat(told)
                .singleElement()
                .extracting(Notice::kind, Notice::text)
                .containsExactly(
                        "store-stopped",
                        "Sage X3 of store us can't be worked with since 2026-11-03T12:00:00Z: the store's orders wait, and none is lost.");
        goesOn();
        turn();
        assertThat(told).as("it may stop again").hasSize(1);
        clock.advance(Duration.ofMinutes(10));
        turn();
        assertThat(told)
                .last()
                .extracting(Notice::kind, Notice::text)
                .containsExactly(
                        "store-goes-on",
                        "What store us waited for is over since 2026-11-03T12:10:00Z (sage-x3): its orders go on.");
    }

    @Test
    void takesAStoreThatComesAndGoesForStopped() {
        stops();
        clock.advance(Duration.ofMinutes(5));
        turn();
        for (int times = 0; times < 6; times++) {
            goesOn();
            turn();
            clock.advance(Duration.ofMinutes(3));
            stops();
            clock.advance(Duration.ofMinutes(6));
            turn();
        }
        assertThat(kinds()).containsExactly("store-stopped");
    }

    /** It isn't away for five minutes at a time, and away most of the day. */
    @Test
    void tellsOfAStoreThatComesBackForAMomentAgainAndAgain() {
        for (int times = 0; times < 3; times++) {
            stops();
            turn();
            clock.advance(Duration.ofMinutes(4));
            turn();
            goesOn();
            turn();
            clock.advance(Duration.ofMinutes(1));
        }
        assertThat(kinds()).containsExactly("store-stopped");
    }

    @Test
    void saysWhatAStoreStillWaitsFor() {
        stops();
        beans.getBean(Pauses.class).pause("us", "anna", "year's end");
        clock.advance(Duration.ofMinutes(5));
        turn();
        goesOn();
        turn();
        clock.advance(Duration.ofMinutes(10));
        turn();
        assertThat(told).last().asString().contains("(sage-x3); it still waits for: pause");
    }

    /** What is to be said is found out before it counts as said. */
    @Test
    void tellsATurnLaterWhereTheDatabaseFailsInBetween() {
        park(1004, "missing-account", null);
        clock.set(Instant.parse("2026-11-03T14:00:00Z"));
        database.jdbc().sql("ALTER TABLE event RENAME TO event_away").update();
        try {
            assertThatThrownBy(this::turn).isInstanceOf(RuntimeException.class);
        } finally {
            database.jdbc().sql("ALTER TABLE event_away RENAME TO event").update();
        }
        assertThat(told).isEmpty();
        clock.advance(Duration.ofMinutes(1));
        turn();
        assertThat(kinds()).containsExactly("parked", "digest");
    }

    /** As after alerts were set for the first time: none gets lost behind those that wait to be sent. */
    @Test
    void tellsManyTurnByTurn() {
        for (int reason = 0; reason < 45; reason++) {
            park(reason + 1, "reason-" + reason, null);
        }
        turn();
        assertThat(told).hasSize(20);
        turn();
        turn();
        assertThat(told).hasSize(45).doesNotHaveDuplicates();
    }

    /** It is asked more slowly, and works. */
    @Test
    void takesARateLimitForNoStop() {
        beans.getBean(StoreBackOff.class)
                .throttled("us", Side.BIGCOMMERCE, clock.instant().plus(Duration.ofMinutes(20)), "429");
        turn();
        clock.advance(Duration.ofMinutes(10));
        turn();
        assertThat(told).isEmpty();
    }

    @Test
    void tellsOfAPauseAndOfAPairing() {
        beans.getBean(Pauses.class).pause("us", "anna", "Jane Roe is on leave");
        database.jdbc().sql("""
                        INSERT INTO x3_login (store, needs_pairing_since)
                        VALUES ('us', TIMESTAMP WITH TIME ZONE '2026-11-03 11:00:00Z')""").update();
        clock.advance(Duration.ofMinutes(5));
        turn();
        assertThat(told)
                .extracting(Notice::text)
                .containsExactlyInAnyOrder(
                        "Store us is paused by anna since 2026-11-03T12:00:00Z: its orders wait, and none is lost.",
                        "Store us has to be paired with Sage X3 again, since 2026-11-03T11:00:00Z: its orders wait, and none is lost. Open /oauth2/sage-x3/us/authorize as admin.");
    }

    @Test
    void saysNothingOfAStoreThatIsNoLongerSetUp() {
        beans.getBean(Pauses.class).pause("old", "anna", "it is closed");
        database.jdbc().sql("""
                        INSERT INTO notice (kind, store, about, since, told_at)
                        VALUES ('store-stopped', 'old', 'pause', TIMESTAMP WITH TIME ZONE '2026-11-03 11:00:00Z',
                            TIMESTAMP WITH TIME ZONE '2026-11-03 11:00:00Z')""").update();
        clock.advance(Duration.ofMinutes(5));
        turn();
        clock.advance(Duration.ofMinutes(10));
        turn();
        assertThat(told).isEmpty();
        assertThat(database.count("notice")).isZero();
    }

    @Test
    void addsUpWhatItKnowsOfEveryStore() {
        park(1, "gave-up", null);
        database.jdbc().sql("""
                        INSERT INTO due_order (store, order_id, marks, due_at)
                        VALUES ('old', 7, 1, TIMESTAMP WITH TIME ZONE '2026-11-03 11:00:00Z'),
                               ('us', 8, 1, TIMESTAMP WITH TIME ZONE '2026-11-03 23:00:00Z')""").update();
        database.jdbc().sql("""
                        INSERT INTO event (store, disposition, body_sha256, body, received_at)
                        VALUES ('us', 'unreadable', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
                            CAST('' AS BYTEA), TIMESTAMP WITH TIME ZONE '2026-11-03 11:00:00Z')""").update();
        clock.set(Instant.parse("2026-11-03T13:00:00Z"));
        turn();
        assertThat(told).last().extracting(Notice::text).isEqualTo("""
                        Store old: in the ledger 0 · no entry by rule 0 · held 0 · set aside 0 · on the way 1 (the oldest due since 3 Nov 05:00 CST) · need you 0 = 1 orders
                        Store us: in the ledger 0 · no entry by rule 0 · held 0 · set aside 0 · on the way 1 · need you 1 (gave-up 1) = 2 orders; deliveries that can't be read 1""");
    }

    @Test
    void tellsEachMorningHowAllOrdersStand() {
        park(1, "missing-account", null);
        park(2, "gave-up", null);
        insert(3, "posted", null, null);
        insert(4, "ignored", null, null);
        while (clock.instant().isBefore(Instant.parse("2026-11-06T12:59:00Z"))) {
            turn();
            clock.advance(Duration.ofMinutes(5));
        }
        List<Notice> digests =
                told.stream().filter(notice -> notice.kind().equals("digest")).toList();
        assertThat(digests)
                .extracting(Notice::at)
                .containsExactly(
                        Instant.parse("2026-11-03T13:00:00Z"),
                        Instant.parse("2026-11-04T13:00:00Z"),
                        Instant.parse("2026-11-05T13:00:00Z"));
        assertThat(digests)
                .first()
                .extracting(Notice::text)
                .isEqualTo(
                        "Store us: in the ledger 1 · no entry by rule 1 · held 0 · set aside 0 · on the way 0 · need you 2 (gave-up 1, missing-account 1) = 4 orders");
    }

    /** Whatever its lock says, what one has told is told. */
    @Test
    void isDoneByOneOfSeveralProcesses() {
        park(1004, "missing-account", null);
        notices(SOMEBODY).turn();
        notices(SOMEBODY).turn();
        clock.advance(Duration.ofMinutes(1));
        notices(SOMEBODY).turn();
        assertThat(told).hasSize(1);
    }

    @Test
    void looksAtNothingWhereNobodyIsToBeTold() {
        park(1004, "missing-account", null);
        notices(new AlertSettings(List.of(), null)).turn();
        assertThat(told).isEmpty();
        assertThat(database.count("notice")).isZero();
        turn();
        assertThat(told).as("as soon as somebody is").hasSize(1);
        clock.advance(Duration.ofHours(25));
        database.jdbc().sql("DELETE FROM timed_lock WHERE name = 'notices'").update();
        notices(new AlertSettings(List.of(), URI.create("https://chat.example.com/hooks/abc")))
                .turn();
        assertThat(kinds()).as("and whoever is to be a day later").containsExactly("parked", "parked", "digest");
    }

    /** As while processes are replaced one by one after alerts were set, or where one of several lacks them. */
    @Test
    void tellsOnceBesideAProcessThatTellsNobody() {
        park(1004, "missing-account", null);
        for (int minute = 0; minute < 5; minute++) {
            turn();
            notices(new AlertSettings(List.of(), null)).turn();
            clock.advance(Duration.ofMinutes(1));
        }
        assertThat(told).hasSize(1);
    }

    @Test
    void tellsAgainWhereAProcessEndedBeforeAWayHadTakenIt() {
        park(1004, "missing-account", null);
        clock.set(Instant.parse("2026-11-03T14:00:00Z"));
        isKilled = true;
        turn();
        isKilled = false;
        clock.advance(Duration.ofMinutes(9));
        turn();
        assertThat(told).as("it may still be under way").isEmpty();
        clock.advance(Duration.ofMinutes(1));
        turn();
        assertThat(kinds()).containsExactly("parked", "digest");
        clock.advance(Duration.ofMinutes(11));
        turn();
        assertThat(told).hasSize(2);
    }

    @Test
    void tellsAgainThatAStoreGoesOnWhereAProcessEndedMeanwhile() {
        stops();
        clock.advance(Duration.ofMinutes(5));
        turn();
        goesOn();
        turn();
        clock.advance(Duration.ofMinutes(10));
        isKilled = true;
        turn();
        isKilled = false;
        clock.advance(Duration.ofMinutes(10));
        turn();
        assertThat(kinds()).containsExactly("store-stopped", "store-goes-on");
        assertThat(database.count("notice")).isZero();
    }

    /** A minute later, as its timer has it. */
    private void turn() {
        database.jdbc().sql("DELETE FROM timed_lock WHERE name = 'notices'").update();
        notices(SOMEBODY).turn();
    }

    private List<String> kinds() {
        return told.stream().map(Notice::kind).toList();
    }

    private Notices notices(AlertSettings settings) {
        Rules stores = new Rules(Map.of("us", new Settings().rules()));
        return new Notices(
                settings,
                beans.getBean(ParkedCauses.class),
                new StoppedStores(TestStoppages.of(TestStoppages.shops("us"), beans)),
                new Digest(stores, beans.getBean(OrderCounts.class)),
                beans.getBean(NoticeRows.class),
                beans.getBean(TimedLocks.class),
                stores,
                clock::instant,
                notice -> tell((Notice) notice));
    }

    private void tell(Notice notice) {
        if (!isKilled) {
            told.add(notice);
            notice.taken().run();
        }
    }

    private void stops() {
        beans.getBean(StoreBackOff.class).failed("us", Side.SAGE_X3, "no connection");
    }

    private void goesOn() {
        database.jdbc().sql("DELETE FROM connection_trouble").update();
    }

    private void park(long order, String reason, @Nullable String remedy) {
        insert(order, "parked", reason, remedy);
    }

    private void unpark(long order) {
        insert(order, "posted", null, null);
    }

    private void insert(long order, String outcome, @Nullable String reason, @Nullable String remedy) {
        database.jdbc()
                .sql("DELETE FROM due_order WHERE order_id = :order")
                .param("order", order)
                .update();
        database.jdbc()
                .sql("""
                        INSERT INTO due_order (store, order_id, marks, outcome, reason, remedy, settled_at)
                        VALUES ('us', :order, 1, :outcome, :reason, :remedy, TIMESTAMP WITH TIME ZONE '2026-11-03 11:00:00Z')""")
                .param("order", order)
                .param("outcome", outcome)
                .param("reason", reason)
                .param("remedy", remedy)
                .update();
    }
}
