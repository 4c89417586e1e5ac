package io.ledgerbridge.readings;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.Database;
import io.ledgerbridge.OnEachDatabase;
import io.ledgerbridge.TestClock;
import io.ledgerbridge.bigcommerce.OrderEvent;
import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.books.AuditTrail;
import io.ledgerbridge.books.Books;
import io.ledgerbridge.books.HeldFence;
import io.ledgerbridge.books.Journal;
import io.ledgerbridge.books.JournalRows;
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
import io.ledgerbridge.queue.EventRows;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** What other settings would have made of orders that are in the books. */
@OnEachDatabase
class MappingPreviewTest {

    private static final int LIVES = 60;

    private final Database database;
    private final AnnotationConfigApplicationContext beans;
    private final Books books;
    private final KeptReadings readings;
    private final MappingPreview preview;

    MappingPreviewTest(Database database) {
        this.database = database;
        this.beans = database.beans(
                new TestClock("2026-11-10T12:00:00Z"),
                Books.class,
                JournalRows.class,
                AuditTrail.class,
                EventRows.class,
                MappingBeans.class,
                KeptReadings.class,
                PreviewedOrders.class,
                MappingPreview.class);
        this.books = beans.getBean(Books.class);
        this.readings = beans.getBean(KeptReadings.class);
        this.preview = beans.getBean(MappingPreview.class);
    }

    @BeforeEach
    void clear() {
        database.clear();
    }

    @AfterEach
    void close() {
        beans.close();
    }

    /** However often an order was edited, refunded or cancelled: planned at once it comes to what was posted step by step. */
    @Test
    void findsNoChangeWhereTheSettingsAreThoseOfThen() {
        long orders = 0;
        for (int seed = 0; seed < LIVES; seed++) {
            database.clear();
            Life life = new Life(seed);
            live(life, 1000);
            MappingChange change = preview(life.settings.rules(), 0, 10);
            assertThat(change.examples()).as("life %d: %s", seed, change).isEmpty();
            assertThat(change.notKept()).as("life %d", seed).isZero();
            assertThat(change.accounts())
                    .as("life %d", seed)
                    .allSatisfy(account -> assertThat(account.difference()).isZero());
            orders += change.orders()
                    - change.wouldPark().values().stream()
                            .mapToLong(Long::longValue)
                            .sum();
        }
        assertThat(orders).isGreaterThan(LIVES / 2);
    }

    @Test
    void tellsWhatMovesFromOneAccountToAnother() {
        place(3);
        Settings tried = new Settings();
        tried.accounts.put("revenue", "707100");

        MappingChange change = preview(tried.rules(), 0, 10);

        assertThat(change.orders()).isEqualTo(3);
        assertThat(change.changed()).isEqualTo(3);
        assertThat(change.examples()).containsExactly(1001L, 1002L, 1003L);
        assertThat(change.next()).isNull();
        AccountChange before = account(change, "707000");
        AccountChange then = account(change, "707100");
        assertThat(before.was()).isNegative().isEqualByComparingTo(then.wouldBe());
        assertThat(before.wouldBe()).isZero();
        assertThat(then.was()).isZero();
        assertThat(account(change, "411000").difference()).isZero();
        assertThat(change.accounts().stream().map(AccountChange::difference).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isZero();
    }

    @Test
    void tellsWhatWouldPark() {
        place(2);
        Settings tried = new Settings();
        tried.accounts.remove("sales-tax");
        MappingChange change = preview(tried.rules(), 0, 10);
        assertThat(change.wouldPark()).containsExactly(Map.entry("missing-account", 2L));
        assertThat(change.orders()).isEqualTo(2);
        assertThat(change.changed()).isZero();
        assertThat(change.accounts()).isEmpty();
        assertThat(preview(new PostingRules("us", tried.rules().journal(), Map.of()), 0, 10)
                        .wouldPark())
                .containsExactly(Map.entry("unmapped-channel", 2L));
    }

    @Test
    void countsWhatIsNotKeptAnyMore() {
        place(2);
        database.jdbc()
                .sql("UPDATE reading SET body = NULL, whole = FALSE, emptied_at = read_at WHERE order_id = 1001")
                .update();
        database.jdbc()
                .sql("UPDATE planned_with SET body = '{}' WHERE order_id = 1002")
                .update();
        MappingChange change = preview(new Settings().rules(), 0, 10);
        assertThat(change.notKept()).isEqualTo(2);
        assertThat(change.orders()).isZero();
    }

    @Test
    void takesSomeOrdersAtATimeAndThoseOfTheDaysAlone() {
        place(5);
        PostingRules rules = new Settings().rules();
        MappingChange first = preview(rules, 0, 3);
        assertThat(first.orders()).isEqualTo(3);
        assertThat(first.next()).isEqualTo(1003);
        MappingChange second = preview(rules, 1003, 3);
        assertThat(second.orders()).isEqualTo(2);
        assertThat(second.next()).isNull();
        assertThat(preview(rules, 0, 5).next()).isNull();
        PreviewedDays before = new PreviewedDays(LocalDate.parse("2020-01-01"), LocalDate.parse("2020-01-31"), 0);
        assertThat(preview.of(rules, before, 10).orders()).isZero();
    }

    @Test
    void writesNothing() {
        place(2);
        List<?> before = rows();
        preview(new Settings().rules(), 0, 10);
        assertThat(rows()).isEqualTo(before);
    }

    /** {@code -Dspeed=true}: figures, which no other run depends on. */
    @Test
    @EnabledIfSystemProperty(named = "speed", matches = "true")
    void plansTwoThousand() {
        place(2000);
        long start = System.nanoTime();
        assertThat(preview(new Settings().rules(), 0, 2000).orders()).isEqualTo(2000);
        System.out.printf(
                "2,000 orders in %d ms, %s%n",
                Duration.ofNanos(System.nanoTime() - start).toMillis(), database);
    }

    private List<?> rows() {
        return Stream.of("journal", "journal_line", "reading", "planned_with", "audit", "mapping_version", "due_order")
                .map(database::count)
                .toList();
    }

    private static AccountChange account(MappingChange change, String account) {
        return change.accounts().stream()
                .filter(one -> one.account().equals(account))
                .findFirst()
                .orElseThrow();
    }

    /** So many, from 1001, which are paid and have sales tax. */
    private void place(int count) {
        PostingRules rules = beans.getBean(MappingVersions.class).recorded(new Settings().rules(), null);
        for (long order = 1001; order <= 1000L + count; order++) {
            Shop shop = new Shop();
            shop.id = order;
            OrderReading reading = shop.product(1, "1", "100.00", "8.00")
                    .totals("108.00", "8.00")
                    .reading();
            OrderFacts facts = OrderFacts.NONE.with(reading.order());
            work(rules, reading, order, facts);
        }
    }

    private MappingChange preview(PostingRules tried, long after, int most) {
        return preview.of(
                tried, new PreviewedDays(LocalDate.parse("2020-01-01"), LocalDate.parse("2030-12-31"), after), most);
    }

    /** Its orders all have the number 250, and so a folder each. */
    private void live(Life life, long order) {
        PostingRules rules = beans.getBean(MappingVersions.class).recorded(life.settings.rules(), "anna");
        OrderFacts facts = OrderFacts.NONE;
        for (Life.Moment each : life.moments) {
            each.delivered().forEach(event -> told(order, event));
            if (each.isWorked()) {
                facts = facts.with(each.reading().order());
                work(rules, each.reading(), order, facts);
            }
        }
    }

    private void work(PostingRules rules, OrderReading reading, long order, OrderFacts facts) {
        HeldFence fence = new HeldFence("us", order, 1);
        List<OrderEvent> events = beans.getBean(EventRows.class).history("us", order);
        OrderHistory known = new OrderHistory(books.journalsOf("us", order), events, 0, facts, false);
        Plan plan = new JournalPlanner(rules).plan(reading, known);
        if (!plan.journals().isEmpty()) {
            books.plan(
                            fence,
                            "x3|" + order,
                            plan.journals(),
                            plan.why(),
                            readings.keep(fence, rules, reading, known, known.journals()))
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
