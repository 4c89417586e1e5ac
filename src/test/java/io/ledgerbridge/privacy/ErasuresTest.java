package io.ledgerbridge.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.ledgerbridge.Database;
import io.ledgerbridge.OnEachDatabase;
import io.ledgerbridge.TestClock;
import io.ledgerbridge.books.AuditTrail;
import io.ledgerbridge.books.audit.AuditLink;
import io.ledgerbridge.books.audit.AuditWordsRows;
import io.ledgerbridge.database.TimedLocks;
import io.ledgerbridge.queue.Claim;
import io.ledgerbridge.queue.Claims;
import io.ledgerbridge.queue.DueOrders;
import io.ledgerbridge.queue.QueueBeans;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** When orders are erased, and when they wait. */
@OnEachDatabase
class ErasuresTest {

    private final Database database;
    private final TestClock clock = new TestClock("2026-11-03T12:00:00Z");
    private final AnnotationConfigApplicationContext beans;
    private final Erasures erasures;
    private final AuditTrail audit;

    ErasuresTest(Database database) {
        this.database = database;
        this.beans = database.beans(
                clock,
                QueueBeans.class,
                AuditTrail.class,
                AuditWordsRows.class,
                TimedLocks.class,
                ErasureRows.class,
                OrderWords.class,
                ErasedOrder.class,
                LaterWords.class,
                Erasures.class);
        this.erasures = beans.getBean(Erasures.class);
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
    void keepsWhatWasAskedForUntilATurnHasDoneIt() {
        order(1, "Maria");
        order(2, "Maria");

        erasures.ask("us", List.of(1L), "ops");

        assertThat(erasures.progress("us")).satisfies(progress -> {
            assertThat(progress.asked()).isEqualTo(1);
            assertThat(progress.waiting()).isEqualTo(1);
        });
        assertThat(said(1)).isEqualTo(1);
        erasures.turn();
        assertThat(erasures.progress("us")).isEqualTo(new ErasureProgress("us", 1, 1, 0, List.of()));
        assertThat(said(1)).isZero();
        assertThat(said(2)).isEqualTo(1);
        assertThat(steps(1)).containsExactly("order-parked", "personal-data-erased");
        assertThat(audit.firstBroken("us", 1)).isEmpty();
    }

    @Test
    void leavesNoSecondLinkWhereNothingIsLeft() {
        order(1, "Maria");
        erase(1);

        erase(1);

        assertThat(steps(1)).containsExactly("order-parked", "personal-data-erased");
    }

    @Test
    void takesTheWordsOfShadowRunsOfTheStoreAlone() {
        order(1, "Maria");
        shadow(7, "us");
        shadow(8, "eu");

        erase(1);

        assertThat(shadowWords()).containsExactly("(erased)", "Maria");
    }

    private List<String> shadowWords() {
        return database.jdbc()
                .sql("SELECT detail FROM shadow_order ORDER BY run_id")
                .query(String.class)
                .list();
    }

    private void shadow(long run, String store) {
        database.jdbc().sql("""
                        INSERT INTO shadow_run (id, store, first_day, last_day, created_from, created_to, last_order, listed,
                            asked_at)
                        VALUES (:id, :store, DATE '2026-01-01', DATE '2026-01-02', now(), now(), 0, TRUE, now())""").param("id", run).param("store", store).update();
        database.jdbc()
                .sql("INSERT INTO shadow_order (run_id, order_id, outcome, detail) VALUES (:id, 1, 'park', 'Maria')")
                .param("id", run)
                .update();
    }

    @Test
    void waitsForAWorker() {
        order(1, "Maria");
        beans.getBean(DueOrders.class).mark("us", 1);
        List<Claim> claims = beans.getBean(Claims.class).claim("us", 1);
        assertThat(claims).hasSize(1);

        erase(1);
        assertThat(said(1)).isEqualTo(1);
        assertThat(erasures.progress("us").waiting()).isEqualTo(1);
        clock.advance(Duration.ofMinutes(6));
        erasures.turn();

        assertThat(said(1)).as("after the lease").isZero();
    }

    /** Who decides reads why it was asked for, and which document proves it. */
    @Test
    void waitsForWhoConfirmsARefund() {
        order(1, "Maria");
        approval(1, "waiting");

        erase(1);
        assertThat(said(1)).isEqualTo(1);
        database.jdbc().sql("UPDATE approval SET state = 'refused'").update();
        erasures.turn();

        assertThat(said(1)).isZero();
        assertThat(database.jdbc()
                        .sql("SELECT request FROM approval")
                        .query(String.class)
                        .single())
                .contains("\"2026-114\"")
                .doesNotContain("Avoir", "Maria");
    }

    /** As a webhook to a store that is paused, which nobody works. */
    @Test
    void erasesALaterWebhookThatLeftNoLink() {
        order(1, "Maria");
        erase(1);
        clock.advance(Duration.ofDays(1));
        event(1);
        clock.advance(Duration.ofDays(29));
        erasures.turn();
        assertThat(bodies()).isEqualTo(1);

        clock.advance(Duration.ofDays(2));
        erasures.turn();

        assertThat(bodies()).isZero();
        assertThat(erasures.progress("us").waiting()).isZero();
    }

    /** It writes beside the order's chain. */
    @Test
    void erasesWhatALaterShadowRunSays() {
        order(1, "Maria");
        erase(1);
        clock.advance(Duration.ofDays(1));
        shadow(7, "us");
        shadow(8, "eu");
        database.jdbc()
                .sql("UPDATE shadow_order SET compared_at = :at")
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        clock.advance(Duration.ofDays(29));
        erasures.turn();
        assertThat(shadowWords()).containsExactly("Maria", "Maria");

        clock.advance(Duration.ofDays(2));
        erasures.turn();

        assertThat(shadowWords()).containsExactly("(erased)", "Maria");
        clock.advance(Duration.ofDays(60));
        erasures.turn();
        assertThat(steps(1)).containsExactly("order-parked", "personal-data-erased", "personal-data-erased");
    }

    @Test
    void namesThoseThatWaitSinceWhenAndWhy() {
        for (long order = 1; order <= 5; order++) {
            order(order, "Maria");
        }
        beans.getBean(DueOrders.class).mark("us", 1);
        assertThat(beans.getBean(Claims.class).claim("us", 1)).hasSize(1);
        journal(2, "sending");
        journal(3, "unknown");
        approval(4, "waiting");
        erasures.ask("us", List.of(1L, 2L, 3L, 4L, 5L), "ops");
        erasures.ask("eu", List.of(6L), "ops");

        assertThat(erasures.progress("us").orders())
                .extracting(WaitingErasure::order, WaitingErasure::since, WaitingErasure::why)
                .containsExactly(
                        tuple(1L, clock.instant(), WaitingErasure.WORKED),
                        tuple(2L, clock.instant(), WaitingErasure.IN_X3),
                        tuple(3L, clock.instant(), WaitingErasure.IN_X3),
                        tuple(4L, clock.instant(), WaitingErasure.APPROVAL),
                        tuple(5L, clock.instant(), WaitingErasure.TURN));
    }

    @Test
    void namesNoMoreThanAHundred() {
        for (long order = 1; order <= WaitingErasures.MOST + 1; order++) {
            order(order, "Maria");
        }
        erasures.ask(
                "us",
                LongStream.rangeClosed(1, WaitingErasures.MOST + 1).boxed().toList(),
                "ops");

        assertThat(erasures.progress("us").orders()).hasSize(WaitingErasures.MOST);
        assertThat(erasures.progress("us").waiting()).isEqualTo(WaitingErasures.MOST + 1L);
    }

    /** What X3 said decides how it goes on. */
    @Test
    void waitsForAJournalWhoseFateIsNotKnown() {
        order(1, "Maria");
        journal(1, "unknown");

        erase(1);
        assertThat(detail(1)).isEqualTo("Maria is on hold");
        database.jdbc().sql("UPDATE journal SET state = 'refused'").update();
        erasures.turn();

        assertThat(detail(1)).isNull();
        assertThat(said(1)).isZero();
    }

    @Test
    void erasesWhatComesInLaterOnceItIsAMonthOld() {
        order(1, "Maria");
        erase(1);
        clock.advance(Duration.ofDays(1));
        say(1, "Maria again");

        clock.advance(Duration.ofDays(29));
        erasures.turn();
        assertThat(said(1)).isEqualTo(1);
        clock.advance(Duration.ofDays(2));
        erasures.turn();

        assertThat(said(1)).isZero();
        assertThat(steps(1))
                .containsExactly("order-parked", "personal-data-erased", "order-parked", "personal-data-erased");
        clock.advance(Duration.ofDays(60));
        erasures.turn();
        assertThat(steps(1)).as("its own link is nothing to erase").hasSize(4);
    }

    @Test
    void goesOnBehindThoseThatWait() {
        for (long order = 1; order <= Erasures.AT_ONCE + 1; order++) {
            order(order, "Maria");
            if (order <= Erasures.AT_ONCE) {
                journal(order, "sending");
            }
        }
        erasures.ask(
                "us", LongStream.rangeClosed(1, Erasures.AT_ONCE + 1).boxed().toList(), "ops");

        erasures.turn();
        erasures.turn();

        assertThat(said(Erasures.AT_ONCE + 1L)).isZero();
        assertThat(erasures.progress("us").waiting()).isEqualTo(Erasures.AT_ONCE);
        database.jdbc().sql("UPDATE journal SET state = 'posted'").update();
        erasures.turn();
        assertThat(erasures.progress("us").waiting()).isZero();
    }

    /** As where the process ends in the middle: an order is erased whole or not at all. */
    @Test
    void erasesAnOrderWholeOrNotAtAll() {
        order(1, "Maria");
        order(2, "Maria");
        journal(1, "posted");
        database.jdbc()
                .sql("""
                        INSERT INTO approval (kind, store, order_id, request, asked_by, asked_at, state)
                        VALUES ('record-refund', 'us', 1, 'no JSON', 'ops', :at, 'refused')""")
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        erasures.ask("us", List.of(1L, 2L), "ops");

        assertThatThrownBy(erasures::turn).isInstanceOf(IllegalStateException.class);

        assertThat(said(1)).isEqualTo(1);
        assertThat(detail(1)).isEqualTo("Maria is on hold");
        assertThat(said(2)).as("it keeps no other from it").isZero();
        database.jdbc().sql("DELETE FROM approval").update();
        erasures.turn();
        assertThat(said(1)).isZero();
    }

    @Test
    void namesTheOrdersOfWhichNothingIsKnown() {
        order(1, "Maria");

        assertThat(erasures.unknown("us", List.of(1L, 2L, 3L))).containsExactly(2L, 3L);
        assertThat(erasures.unknown("eu", List.of(1L))).containsExactly(1L);
    }

    private void erase(long order) {
        erasures.ask("us", List.of(order), "ops");
        erasures.turn();
    }

    private void order(long order, String words) {
        database.jdbc()
                .sql("INSERT INTO due_order (store, order_id, marks, outcome) VALUES ('us', :order, 1, 'parked')")
                .param("order", order)
                .update();
        say(order, words);
    }

    private void say(long order, String words) {
        beans.getBean(TransactionTemplate.class)
                .executeWithoutResult(transaction ->
                        audit.append("us", order, "order-parked", null, Map.of("detail", words, "reason", "poison")));
    }

    private void approval(long order, String state) {
        database.jdbc()
                .sql("""
                        INSERT INTO approval (kind, store, order_id, request, asked_by, asked_at, state)
                        VALUES ('record-refund', 'us', :order, :request, 'ops', :at, :state)""")
                .param("order", order)
                .param("request", "{\"document\":\"Avoir FA 2026-114\",\"why\":\"Maria asked\"}")
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("state", state)
                .update();
    }

    private void event(long order) {
        database.jdbc()
                .sql("""
                        INSERT INTO event (store, order_id, disposition, body_sha256, body, received_at)
                        VALUES ('us', :order, 'order', :hash, :body, :at)""")
                .param("order", order)
                .param("hash", "a".repeat(64))
                .param("body", "Maria".getBytes(StandardCharsets.UTF_8))
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private long bodies() {
        return database.jdbc()
                .sql("SELECT count(*) FROM event WHERE body IS NOT NULL")
                .query(Long.class)
                .single();
    }

    private void journal(long order, String state) {
        database.jdbc()
                .sql("""
                        INSERT INTO journal (store, folder, order_id, kind, channel, reference, generation, state, entry_type,
                            journal_code, site, accounting_date, currency, description, created_at, detail)
                        VALUES ('us', 'x3', :order, 'order', '1', :reference, 1, :state, 'ODGEN',
                            'SAL', 'FR011', DATE '2026-11-03', 'USD', 'An order', :at, 'Maria is on hold')""")
                .param("order", order)
                .param("reference", "BC" + order)
                .param("state", state)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private String detail(long order) {
        return database.jdbc()
                .sql("SELECT detail FROM journal WHERE order_id = :order")
                .param("order", order)
                .query((row, index) -> new String[] {row.getString(1)})
                .single()[0];
    }

    private long said(long order) {
        return database.jdbc()
                .sql("SELECT count(*) FROM audit_words WHERE order_id = :order")
                .param("order", order)
                .query(Long.class)
                .single();
    }

    private List<String> steps(long order) {
        return audit.of("us", order, 0, 100).stream().map(AuditLink::step).toList();
    }
}
