package io.ledgerbridge.readings;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.Database;
import io.ledgerbridge.OnEachDatabase;
import io.ledgerbridge.TestClock;
import io.ledgerbridge.WholeProgram;
import io.ledgerbridge.bigcommerce.OrderEvent;
import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.bigcommerce.details.OrderTax;
import io.ledgerbridge.books.AuditTrail;
import io.ledgerbridge.books.Books;
import io.ledgerbridge.books.HeldFence;
import io.ledgerbridge.books.Journal;
import io.ledgerbridge.books.JournalRows;
import io.ledgerbridge.books.origin.PlanOrigin;
import io.ledgerbridge.mappings.MappingBeans;
import io.ledgerbridge.mappings.MappingVersions;
import io.ledgerbridge.posting.JournalPlanner;
import io.ledgerbridge.posting.Life;
import io.ledgerbridge.posting.OrderFacts;
import io.ledgerbridge.posting.OrderHistory;
import io.ledgerbridge.posting.Plan;
import io.ledgerbridge.posting.Settings;
import io.ledgerbridge.posting.Shop;
import io.ledgerbridge.posting.rules.PostingRules;
import io.ledgerbridge.posting.rules.Rules;
import io.ledgerbridge.queue.EventRows;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;

/** All journals are planned again, each from what is kept of it. */
@OnEachDatabase
@Tag(WholeProgram.TRIAL)
class RecomputationTest {

    private static final int LIVES = 30;

    private final Database database;
    private final TestClock clock = new TestClock("2026-11-10T12:00:00Z");
    private final AnnotationConfigApplicationContext beans;
    private final Books books;
    private final KeptReadings readings;
    private final Recomputation recomputation;

    RecomputationTest(Database database) {
        this.database = database;
        this.beans = database.beans(
                clock,
                Books.class,
                JournalRows.class,
                AuditTrail.class,
                EventRows.class,
                MappingBeans.class,
                Today.class,
                KeptReadings.class,
                RecomputedOrders.class,
                RecomputationRows.class,
                Recomputation.class);
        this.books = beans.getBean(Books.class);
        this.readings = beans.getBean(KeptReadings.class);
        this.recomputation = beans.getBean(Recomputation.class);
    }

    /** The settings of today, and a run that has ended when it was begun. */
    static class Today {

        @Bean
        Rules rules() {
            return new Rules(Map.of("us", new Settings().rules()));
        }

        @Bean
        Executor recomputationThread() {
            return Runnable::run;
        }
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
    void findsEveryJournalOfManyLivesTheSame() {
        for (int seed = 0; seed < LIVES; seed++) {
            live(new Life(seed), 1000 + seed);
        }

        RecomputationStatus status = recomputed();

        assertThat(found()).isEmpty();
        assertThat(status.ok()).isTrue();
        assertThat(status.notKept()).isZero();
        assertThat(status.checked()).isEqualTo(database.count("journal")).isGreaterThan(LIVES);
    }

    /** An order's second journal is planned from what the first one holds. */
    @Test
    void keepsEachReadingOnceAndMarksItInTheJournalsAndTheChain() {
        Life life = edited();
        live(life, 1000);

        List<Journal> journals = books.journalsOf("us", 1000);
        assertThat(journals).hasSizeGreaterThan(1).allSatisfy(journal -> {
            String reading = String.valueOf(journal.origin().reading());
            assertThat(readings.find("us", 1000, reading))
                    .hasValueSatisfying(kept -> assertThat(kept.isWhole()).isTrue());
            assertThat(journal.origin().mapping()).isEqualTo(1);
            assertThat(journal.origin().lines())
                    .hasSize(journal.lines().size() + journal.memo().size())
                    .containsOnly(1);
        });
        assertThat(database.jdbc()
                        .sql("SELECT detail FROM audit WHERE step = 'planned' ORDER BY link")
                        .query(String.class)
                        .list())
                .first()
                .asString()
                .contains("\"reading\":\"" + journals.get(0).origin().reading());
        assertThat(database.count("reading"))
                .isEqualTo(journals.stream()
                        .map(journal -> journal.origin().reading())
                        .distinct()
                        .count());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPDATE journal_line SET amount = amount * 2                          | lines: ",
                "UPDATE journal_line SET amount = amount * 1.00001                    | can't be read",
                "UPDATE journal_line SET account = '999999' WHERE role = 'receivable' | on 999999",
                "UPDATE journal_line SET business_partner = 'X' WHERE line_number = 1 | partner X",
                "UPDATE journal_line SET dimensions = 'x' WHERE line_number = 1       | can't be read",
                "DELETE FROM journal_line WHERE line_number = 1                       | can't be read",
                "UPDATE journal SET accounting_date = DATE '2020-01-01'               | accounting date: 2020-01-01 in the books",
                "UPDATE journal SET original_date = DATE '2020-01-01'                 | in the books",
                "UPDATE journal SET kind = 'sale'                                     | can't be read",
                "UPDATE reading SET body = replace(body, '250', '251')                | was changed",
                "UPDATE reading SET body = NULL                                       | were taken out",
                "DELETE FROM reading                                                  | is gone",
                "DELETE FROM mapping_version                                          | version 1 of the mapping of channel 1 is gone",
                "UPDATE mapping_version SET mapping = '{'                             | can't be planned again",
                "UPDATE mapping_version SET mapping = replace(mapping, '707000', '707001') | on 707000",
                "DELETE FROM event                                                    | is gone",
                "UPDATE journal SET planned_with = NULL                               | can't be planned again",
                "UPDATE planned_with SET body = '{}'                                  | was changed",
                "DELETE FROM planned_with                                             | is gone",
            })
    void namesWhatNoLongerComesOutTheSame(String tampering, String words) {
        live(edited(), 1000);
        live(new Life(3), 1001);
        String once = tampering.contains("WHERE") ? tampering + " AND " : tampering + " WHERE ";
        String first = "(SELECT min(id) FROM journal WHERE order_id = 1000)";
        String of = tampering.contains("journal_line")
                ? "journal_id = " + first
                : tampering.contains("mapping_version")
                        ? "version = 1"
                        : tampering.contains("UPDATE journal ") ? "id = " + first : "order_id = 1000";
        database.jdbc().sql(once + of).update();

        RecomputationStatus status = recomputed();

        assertThat(status.ok()).isFalse();
        assertThat(found()).first().satisfies(found -> {
            assertThat(found.order()).isEqualTo(1000);
            assertThat(found.reference()).isIn(null, "BC250", "BC250-A1", "BC250-V1", "BC250-R1");
            assertThat(found.words()).contains(words);
        });
    }

    @Test
    void passesOverWhatIsPrunedOrOlderThanTheReadings() {
        live(edited(), 1000);
        live(new Life(3), 1001);
        long pruned = books.journalsOf("us", 1000).size();
        database.jdbc()
                .sql("UPDATE reading SET body = NULL, whole = FALSE, emptied_at = read_at WHERE order_id = 1000")
                .update();
        database.jdbc()
                .sql("UPDATE journal SET reading = NULL, planned_with = NULL WHERE order_id = 1001")
                .update();

        RecomputationStatus status = recomputed();

        assertThat(status.ok()).isTrue();
        assertThat(status.notKept()).isEqualTo(status.checked()).isGreaterThan(pruned);
    }

    /** As many rows of each list as are read of an order. */
    @Test
    void keepsTheLargestOrderThatIsRead() {
        Shop shop = new Shop();
        BigDecimal sum = BigDecimal.ZERO;
        for (int item = 1; item <= 10_000; item++) {
            BigDecimal price = BigDecimal.valueOf(10_000 + (item * 7919L) % 9973, 2);
            sum = sum.add(price);
            shop.product(item, "1", price.toPlainString(), "0.5" + item % 1000);
        }
        shop.totals(sum.toPlainString(), "0");
        OrderReading reading = shop.reading();
        List<OrderTax> taxes = LongStream.rangeClosed(1, 10_000)
                .mapToObj(id -> new OrderTax(
                        id,
                        250L,
                        7L,
                        "Rate " + id,
                        new BigDecimal("8.25"),
                        1,
                        BigDecimal.valueOf(id * 31, 4),
                        "item",
                        id))
                .toList();
        OrderReading large =
                new OrderReading(reading.order(), reading.products(), List.of(), List.of(), taxes, List.of(), null);
        PostingRules rules = beans.getBean(MappingVersions.class).recorded(new Settings().rules(), null);
        OrderHistory known = new OrderHistory(List.of(), List.of(), 0, OrderFacts.NONE.with(reading.order()), false);
        HeldFence fence = new HeldFence("us", 250, 1);

        PlanOrigin origin = readings.keep(fence, rules, large, known, List.of());
        books.plan(fence, "x3", new JournalPlanner(rules).plan(large, known).journals(), "", origin);

        assertThat(recomputed().ok()).isTrue();
        assertThat(recomputed().notKept()).isZero();
        assertThat(readings.find("us", 250, String.valueOf(origin.reading())))
                .hasValueSatisfying(kept -> assertThat(kept.body()).hasSizeGreaterThan(2_000_000));
    }

    private List<RecomputationStatus.Found> found() {
        return recomputation.found(0, 500);
    }

    /** One whose process is gone doesn't run for ever. */
    @Test
    void hasFailedWhenItsProcessIsGone() {
        recomputed();
        database.jdbc().sql("UPDATE recomputation SET state = 'running'").update();
        assertThat(recomputation.last().orElseThrow().state()).isEqualTo("running");
        clock.advance(Duration.ofMinutes(2));
        assertThat(recomputation.last().orElseThrow().state()).isEqualTo("failed");
        assertThat(recomputation.last().orElseThrow().ok()).isNull();
        assertThat(recomputed().state()).isEqualTo("done");
    }

    /** All of them, a page at a time; and none of the run before. */
    @Test
    void namesEachJournalThatComesOutOtherwise() {
        for (int seed = 0; seed < 5; seed++) {
            live(new Life(seed), 1000 + 2 * seed);
        }
        database.jdbc().sql("UPDATE journal SET description = 'X'").update();
        RecomputationStatus status = recomputed();
        assertThat(status.different()).isEqualTo(database.count("journal")).isGreaterThan(5);
        assertThat(found()).hasSize((int) status.different());
        assertThat(recomputation.found(1, 3)).containsExactlyElementsOf(found().subList(3, 6));
        database.clear();
        recomputed();
        assertThat(found()).isEmpty();
    }

    /** A pruned reading that comes again is kept again, for what is planned from it then. */
    @Test
    void keepsAPrunedReadingAgainWhenItComesAgain() {
        live(edited(), 1000);
        database.jdbc()
                .sql("UPDATE reading SET body = NULL, whole = FALSE, emptied_at = read_at")
                .update();
        database.jdbc().sql("DELETE FROM journal_line").update();
        database.jdbc().sql("DELETE FROM journal").update();

        live(edited(), 1000);

        assertThat(database.jdbc().sql("""
                                SELECT r.body IS NOT NULL AND r.whole AND r.emptied_at IS NULL FROM journal j
                                  JOIN reading r ON r.store = j.store AND r.order_id = j.order_id AND r.sha256 = j.reading""").query(Boolean.class).list())
                .hasSizeGreaterThan(1)
                .containsOnly(true);
    }

    private RecomputationStatus recomputed() {
        recomputation.begin();
        return recomputation.last().orElseThrow();
    }

    /** One that is posted and changes afterwards. */
    private static Life edited() {
        for (long seed = 0; ; seed++) {
            Life life = new Life(seed);
            boolean isTold =
                    life.moments.stream().anyMatch(moment -> !moment.delivered().isEmpty());
            if (isTold
                    && life.moments.stream().filter(Life.Moment::isWorked).count() > 3
                    && life.moments.stream()
                            .allMatch(
                                    moment -> moment.reading().order().channel().equals("1"))) {
                return life;
            }
        }
    }

    /** Its orders all have the number 250, and so a folder each. In the middle of its life the mapping changes. */
    private void live(Life life, long order) {
        PostingRules rules = beans.getBean(MappingVersions.class).recorded(life.settings.rules(), "anna");
        OrderFacts facts = OrderFacts.NONE;
        int moment = 0;
        for (Life.Moment each : life.moments) {
            each.delivered().forEach(event -> told(order, event));
            if (each.isWorked()) {
                facts = facts.with(each.reading().order());
                work(rules, each, order, facts);
            }
            if (order % 2 == 1 && ++moment == life.moments.size() / 2) {
                clock.advance(Duration.ofSeconds(1));
                life.settings.accounts.put("revenue", "707100");
                rules = beans.getBean(MappingVersions.class).recorded(life.settings.rules(), "bert");
            }
        }
    }

    private void work(PostingRules rules, Life.Moment moment, long order, OrderFacts facts) {
        HeldFence fence = new HeldFence("us", order, 1);
        List<OrderEvent> events = beans.getBean(EventRows.class).history("us", order);
        OrderHistory known = new OrderHistory(books.journalsOf("us", order), events, 0, facts, false);
        Plan plan = new JournalPlanner(rules).plan(moment.reading(), known);
        if (!plan.journals().isEmpty()) {
            books.plan(
                            fence,
                            "x3|" + order,
                            plan.journals(),
                            plan.why(),
                            readings.keep(fence, rules, moment.reading(), known, known.journals()))
                    .forEach(journal -> {
                        Journal sent = books.sending(fence, journal, "x3|" + order, "0".repeat(64));
                        books.posted(fence, sent, "N" + journal.id(), null);
                    });
        }
    }

    private void told(long order, OrderEvent event) {
        database.jdbc()
                .sql("""
                        INSERT INTO event (store, order_id, disposition, scope, created_at, previous_status, new_status,
                            refund_id, body_sha256, received_at)
                        VALUES ('us', :order, 'order', :scope, :at, :previous, :new, :refund, :sha, :now)""")
                .param("order", order)
                .param("scope", event.scope())
                .param("at", event.createdAt().atOffset(ZoneOffset.UTC))
                .param("previous", event.previousStatus())
                .param("new", event.newStatus())
                .param("refund", event.refund())
                .param("sha", "0".repeat(64))
                .param("now", Instant.EPOCH.atOffset(ZoneOffset.UTC))
                .update();
    }
}
