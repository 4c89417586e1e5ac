package io.ledgerbridge.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.ledgerbridge.Database;
import io.ledgerbridge.OnEachDatabase;
import io.ledgerbridge.TestClock;
import io.ledgerbridge.database.TimedLocks;
import io.ledgerbridge.posting.rules.PostingRules;
import io.ledgerbridge.posting.rules.Rules;
import io.ledgerbridge.queue.EventRows;
import io.ledgerbridge.queue.KeptEvent;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

@OnEachDatabase
class PruningsTest {

    private static final RetentionSettings RETENTION =
            new RetentionSettings(Duration.ofDays(30), Duration.ofDays(400), Duration.ofDays(3650));

    /** As long as a step of 100 rows may take. */
    private static final Duration STEP = Duration.ofMillis(10);

    private final TestClock clock = new TestClock("2026-11-03T03:00:00Z");
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AtomicLong nanos = new AtomicLong();
    private final Database database;
    private final AnnotationConfigApplicationContext beans;
    private final Prunings prunings;

    PruningsTest(Database database) {
        this.database = database;
        this.beans = database.beans(clock, OldRows.class, TimedLocks.class, EventRows.class);
        this.prunings = prunings(new Rules(Map.of()));
    }

    @BeforeEach
    void clear() {
        database.clear();
    }

    @AfterEach
    void close() {
        beans.close();
    }

    /** The other's clock is ten minutes ahead, and its turn would have come long ago. */
    @Test
    void takesNoTurnFromAnotherWhoseClockDiffers() {
        TestClock ahead = new TestClock("2026-11-03T03:10:00Z");
        try (AnnotationConfigApplicationContext other = database.beans(ahead, clock::instant, TimedLocks.class)) {
            assertThat(beans.getBean(TimedLocks.class).take("pruning", Duration.ofSeconds(50)))
                    .isTrue();
            assertThat(other.getBean(TimedLocks.class).take("pruning", Duration.ofSeconds(50)))
                    .isFalse();
            clock.advance(Duration.ofMinutes(1));
            assertThat(other.getBean(TimedLocks.class).take("pruning", Duration.ofSeconds(50)))
                    .isTrue();
        }
    }

    @Test
    void removesDeliveriesThatBigCommerceRepeatsNoMore() {
        deliveries(1, 2_500, Duration.ofDays(31));
        deliveries(10_001, 7, Duration.ofDays(29));

        prunings.turn();

        assertThat(database.count("delivery")).isEqualTo(7);
        assertThat(meters.counter("ledger.bridge.pruned.rows", "table", "delivery")
                        .count())
                .isEqualTo(2_500);
    }

    @Test
    void leavesWhatIsMuchToTheNextTurn() {
        deliveries(1, 20_000, Duration.ofDays(31));

        prunings.turn();
        assertThat(database.count("delivery")).isBetween(1L, 19_999L);
        clock.advance(Duration.ofMinutes(1));
        prunings.turn();

        assertThat(database.count("delivery")).isZero();
    }

    /** The first step has a hundred rows, each further one half of them: of steps that remain so there would be four. */
    @Test
    void removesFewRowsWhereStepsAreSlow() {
        deliveries(1, 1_000, Duration.ofDays(31));

        prunings(new Rules(Map.of()), Duration.ofMillis(200)).turn();

        assertThat(database.count("delivery")).isBetween(801L, 900L);
    }

    @Test
    void goesOnWithTheOtherKindsWhereOneFails() {
        event(null, "ignored", Duration.ofDays(401));
        OldRows rows = new OldRows(database.jdbc(), new JdbcTemplate(database.source()), clock::instant) {
            @Override
            public int deliveries(Instant before, int most) {
                throw new IllegalStateException("no deliveries");
            }
        };

        assertThatThrownBy(() -> prunings(rows, new Rules(Map.of()), STEP).turn())
                .hasMessage("no deliveries");

        assertThat(whole("SELECT id FROM event WHERE whole")).isEmpty();
    }

    @Test
    void keepsOfSettledEventsWhatWorkingAnOrderNeeds() {
        order(1, "posted", false);
        order(2, "ignored", false);
        order(3, "parked", false);
        order(4, "held", false);
        order(5, "posted", true);
        order(6, null, true);
        for (long order = 1; order <= 6; order++) {
            event(order, "order", Duration.ofDays(401));
        }
        event(1L, "order", Duration.ofDays(399));
        event(null, "ignored", Duration.ofDays(401));
        event(null, "unreadable", Duration.ofDays(401));
        event(null, "dismissed", Duration.ofDays(401));

        prunings.turn();

        assertThat(whole("SELECT order_id FROM event WHERE body IS NOT NULL AND headers IS NOT NULL AND whole"))
                .containsExactlyInAnyOrder(1L, 3L, 4L, 5L, 6L, null);
        assertThat(whole("SELECT order_id FROM event WHERE body IS NULL AND headers IS NULL AND NOT whole"))
                .containsExactlyInAnyOrder(1L, 2L, null, null);
        EventRows events = beans.getBean(EventRows.class);
        assertThat(events.history("us", 1)).hasSize(2);
        assertThat(events.last("us", 2, 5))
                .extracting(KeptEvent::scope, KeptEvent::bodySha256)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("store/order/updated", "ab".repeat(32)));
    }

    /** A work that ended, other than parked, has read the order anew since they came. */
    @ParameterizedTest
    @ValueSource(strings = {"held", "posted", "parked"})
    void removesTheBodiesThatAWorkHasSettledHoweverItsOrderStandsNow(String outcome) {
        event(7L, "order", Duration.ofDays(402));
        event(7L, "order", Duration.ofDays(401));
        event(8L, "order", Duration.ofDays(402));
        List<@Nullable Long> events = whole("SELECT id FROM event WHERE order_id = 7 ORDER BY id");
        order(7, outcome, outcome.equals("posted"));
        order(8, outcome, true);
        database.jdbc()
                .sql("UPDATE due_order SET settled_up_to = :event WHERE order_id = 7")
                .param("event", events.get(0))
                .update();

        prunings.turn();

        assertThat(whole("SELECT id FROM event WHERE order_id = 7 AND body IS NOT NULL"))
                .containsExactly(events.get(1));
        assertThat(whole("SELECT order_id FROM event WHERE order_id = 8 AND body IS NOT NULL"))
                .containsExactly(8L);
        assertThat(beans.getBean(EventRows.class).history("us", 7)).hasSize(2);
    }

    /** H2 would read all that is old in each step, which took a second with 80,000 events. */
    @Test
    void looksForTheOldestInTheOrderOfAnIndex() {
        assumeThat(database.toString()).isEqualTo("H2");

        assertThat(List.of(
                        OldRows.DELIVERIES,
                        OldBodies.EVENTS,
                        OldBodies.READINGS,
                        OldRuns.BACKFILLS.orders(),
                        OldRuns.SHADOWS.orders()))
                .allSatisfy(sql -> assertThat(database.jdbc()
                                .sql("EXPLAIN " + sql)
                                .params(Map.of("before", ago(Duration.ZERO), "id", 1, "most", 100))
                                .query(String.class)
                                .single())
                        .endsWith("/* index sorted */"));
        assertThat(database.jdbc()
                        .sql("EXPLAIN " + OldRuns.BACKFILLS.finished())
                        .param("before", ago(Duration.ZERO))
                        .query(String.class)
                        .single())
                .contains("due_order_claim: due_at < ");
    }

    /** The row, its hash and when it was pruned stay. */
    @Test
    void emptiesReadingsWhoseTimeIsOverAndNoneThatIsYounger() {
        reading(1, Duration.ofDays(3651));
        reading(2, Duration.ofDays(3649));
        reading(3, Duration.ofDays(3651));
        planned(3, Duration.ofDays(3649));
        reading(4, Duration.ofDays(3651));
        planned(4, Duration.ofDays(3651));

        prunings.turn();

        assertThat(whole("SELECT order_id FROM reading WHERE body IS NOT NULL AND whole AND emptied_at IS NULL"))
                .containsExactlyInAnyOrder(2L, 3L);
        assertThat(whole("SELECT order_id FROM reading WHERE body IS NULL AND NOT whole AND emptied_at IS NOT NULL"))
                .containsExactlyInAnyOrder(1L, 4L);
        assertThat(database.jdbc()
                        .sql("SELECT sha256 FROM reading WHERE order_id = 1")
                        .query(String.class)
                        .single())
                .isEqualTo("1".repeat(64));
        assertThat(database.jdbc()
                        .sql("SELECT emptied_at FROM reading WHERE order_id = 1")
                        .query((row, index) -> row.getTimestamp(1).toInstant())
                        .single())
                .isEqualTo(clock.instant());
    }

    @Test
    void goesOnWithAnOrderThatIsSettledLater() {
        order(3, "parked", false);
        event(3L, "order", Duration.ofDays(401));
        prunings.turn();
        database.jdbc().sql("UPDATE due_order SET outcome = 'posted'").update();
        clock.advance(Duration.ofMinutes(1));

        prunings.turn();

        assertThat(whole("SELECT order_id FROM event WHERE whole")).isEmpty();
    }

    @Test
    void removesShadowRunsThatComeNoFurtherWithTheirOrdersAndSums() {
        shadow(1, Duration.ofDays(401), null, 1_500);
        shadow(2, Duration.ofDays(399), null, 3);
        shadow(3, Duration.ofDays(401), null, 2);
        database.jdbc()
                .sql("UPDATE shadow_order SET try_at = now() WHERE run_id = 3")
                .update();
        shadow(4, Duration.ofDays(401), "stopped", 0);

        for (int turn = 0; turn < 3; turn++) {
            prunings.turn();
            clock.advance(Duration.ofMinutes(1));
        }

        assertThat(whole("SELECT id FROM shadow_run")).containsExactlyInAnyOrder(2L, 3L);
        assertThat(database.count("shadow_order")).isEqualTo(5);
        assertThat(database.count("shadow_account")).isEqualTo(2);
    }

    private void shadow(long id, Duration age, @Nullable String held, int orders) {
        database.jdbc()
                .sql("""
                        INSERT INTO shadow_run (id, store, first_day, last_day, created_from, created_to, last_order, listed,
                            held, asked_at)
                        VALUES (:id, 'us', DATE '2026-01-01', DATE '2026-01-02', :at, :at, 0, TRUE, :held, :at)""")
                .param("id", id)
                .param("held", held)
                .param("at", ago(age))
                .update();
        for (int order = 0; order < orders; order++) {
            database.jdbc()
                    .sql("INSERT INTO shadow_order (run_id, order_id, outcome) VALUES (:id, :order, 'agree')")
                    .param("id", id)
                    .param("order", order)
                    .update();
        }
        database.jdbc()
                .sql(
                        "INSERT INTO shadow_account (run_id, account, currency, in_ledger, would_change) VALUES (:id, '707000', 'USD', 1, 2)")
                .param("id", id)
                .update();
    }

    @Test
    void removesFinishedBackfillsWithTheirOrders() {
        backfill(1, true, Duration.ofDays(401), 1_500);
        backfill(2, true, Duration.ofDays(399), 3);
        backfill(3, false, Duration.ofDays(401), 3);
        backfill(4, true, Duration.ofDays(401), 0);
        backfill(5, true, Duration.ofDays(401), 2);
        order(500_001, null, true);

        for (int turn = 0; turn < 3; turn++) {
            prunings.turn();
            clock.advance(Duration.ofMinutes(1));
        }

        assertThat(whole("SELECT id FROM backfill")).containsExactlyInAnyOrder(2L, 3L, 5L);
        assertThat(database.count("backfill_order")).isEqualTo(8);
    }

    @Test
    void removesPairingsAndWaitsThatEndedLongAgo() {
        pairing("a", Duration.ofHours(25));
        pairing("b", Duration.ofHours(23));
        waited("old", Duration.ofDays(31));
        waited("us", Duration.ofDays(29));

        prunings.turn();

        assertThat(database.count("x3_pairing")).isEqualTo(1);
        assertThat(database.jdbc()
                        .sql("SELECT store FROM connection_trouble")
                        .query(String.class)
                        .list())
                .containsExactly("us");
    }

    @Test
    void worksInTheNightOfTheFirstStoreAlone() {
        PostingRules chicago = mock(PostingRules.class, RETURNS_DEEP_STUBS);
        when(chicago.journal().zone()).thenReturn(ZoneId.of("America/Chicago"));
        Prunings there = prunings(new Rules(Map.of("us", chicago)));
        deliveries(1, 1, Duration.ofDays(31));

        there.turn();
        assertThat(database.count("delivery")).as("at 21:00").isEqualTo(1);
        clock.set(Instant.parse("2026-11-03T10:59:00Z"));
        there.turn();

        assertThat(database.count("delivery")).as("at 4:59").isZero();
    }

    @Test
    void worksInOneProcessAtATime() {
        prunings.turn();
        deliveries(1, 1, Duration.ofDays(31));

        prunings(new Rules(Map.of())).turn();
        assertThat(database.count("delivery")).isEqualTo(1);
        clock.advance(Duration.ofMinutes(1));
        prunings(new Rules(Map.of())).turn();

        assertThat(database.count("delivery")).isZero();
    }

    private Prunings prunings(Rules rules) {
        return prunings(rules, STEP);
    }

    private Prunings prunings(Rules rules, Duration step) {
        return prunings(beans.getBean(OldRows.class), rules, step);
    }

    private Prunings prunings(OldRows rows, Rules rules, Duration step) {
        PruningPace pace = new PruningPace(() -> nanos.addAndGet(step.toNanos()), nanos::addAndGet);
        return new Prunings(rows, beans.getBean(TimedLocks.class), RETENTION, rules, meters, clock, pace);
    }

    private void deliveries(int from, int number, Duration age) {
        String numbers = database.toString().equals("H2") ? "SYSTEM_RANGE" : "generate_series";
        database.jdbc()
                .sql("""
                        INSERT INTO delivery (processor_name, message_id, created_at)
                        SELECT 'webhooks', 'us:' || n, CAST(:at AS TIMESTAMP(6) WITH TIME ZONE) FROM %s(%d, %d) AS numbers(n)""".formatted(numbers, from, from + number - 1))
                .param("at", ago(age))
                .update();
    }

    private void order(long order, @Nullable String outcome, boolean due) {
        database.jdbc()
                .sql(
                        "INSERT INTO due_order (store, order_id, marks, outcome, due_at) VALUES ('us', :order, 1, :outcome, :due)")
                .param("order", order)
                .param("outcome", outcome)
                .param("due", due ? clock.instant().atOffset(ZoneOffset.UTC) : null)
                .update();
    }

    private void event(@Nullable Long order, String disposition, Duration age) {
        database.jdbc()
                .sql("""
                        INSERT INTO event (store, order_id, disposition, scope, created_at, body_sha256, body, headers,
                            received_at)
                        VALUES ('us', :order, :disposition, 'store/order/updated', :at, :sha256, :body, '{}', :at)""")
                .param("order", order)
                .param("disposition", disposition)
                .param("sha256", "ab".repeat(32))
                .param("body", new byte[] {1, 2})
                .param("at", ago(age))
                .update();
    }

    /** Its orders have the ids from 100,000 times its own on. */
    private void backfill(long id, boolean listed, Duration age, int orders) {
        database.jdbc()
                .sql("""
                        INSERT INTO backfill (id, store, first_day, last_day, created_from, created_to, last_order, listed,
                            asked_at)
                        VALUES (:id, 'us', DATE '2026-01-01', DATE '2026-01-02', :at, :at, 0, :listed, :at)""")
                .param("id", id)
                .param("listed", listed)
                .param("at", ago(age))
                .update();
        for (int order = 0; order < orders; order++) {
            database.jdbc()
                    .sql("INSERT INTO backfill_order (backfill_id, order_id) VALUES (:id, :order)")
                    .param("id", id)
                    .param("order", 100_000 * id + order)
                    .update();
        }
    }

    private void reading(long order, Duration age) {
        database.jdbc()
                .sql(
                        "INSERT INTO reading (store, order_id, sha256, body, read_at) VALUES ('us', :order, :sha256, '{}', :at)")
                .param("order", order)
                .param("sha256", Long.toString(order).repeat(64))
                .param("at", ago(age))
                .update();
    }

    /** From that reading, so long ago. */
    private void planned(long order, Duration age) {
        database.jdbc()
                .sql("""
                        INSERT INTO journal (store, folder, order_id, kind, channel, reference, generation, state, entry_type,
                            journal_code, site, accounting_date, currency, description, created_at, reading)
                        VALUES ('us', 'x3', :order, 'order', '1', :reference, 1, 'posted', 'ODGEN',
                            'SAL', 'FR011', DATE '2026-11-03', 'USD', 'An order', :at, :sha256)""")
                .param("order", order)
                .param("reference", "BC" + order)
                .param("at", ago(age))
                .param("sha256", Long.toString(order).repeat(64))
                .update();
    }

    private void pairing(String state, Duration ended) {
        database.jdbc()
                .sql(
                        "INSERT INTO x3_pairing (state_sha256, store, begun_by, ends_at) VALUES (:state, 'us', 'ops', :at)")
                .param("state", state.repeat(64))
                .param("at", ago(ended))
                .update();
    }

    private void waited(String store, Duration ended) {
        database.jdbc().sql("""
                        INSERT INTO connection_trouble (store, side, failures, since, wait_until, detail)
                        VALUES (:store, 'sage-x3', 1, :at, :at, 'down')""").param("store", store).param("at", ago(ended)).update();
    }

    private List<@Nullable Long> whole(String sql) {
        return database.jdbc()
                .sql(sql)
                .query((row, index) -> row.getObject(1, Long.class))
                .list();
    }

    private Object ago(Duration age) {
        return clock.instant().minus(age).atOffset(ZoneOffset.UTC);
    }
}
