package io.ledgerbridge.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.ledgerbridge.Database;
import io.ledgerbridge.H2Scans;
import io.ledgerbridge.OnEachDatabase;
import io.ledgerbridge.TestClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A file has each order once, whatever becomes of them while it is written. */
@OnEachDatabase
class OrderPortionsTest {

    private final Database database;
    private final JdbcClient jdbc;
    private final AnnotationConfigApplicationContext beans;
    private final OrderList list;

    OrderPortionsTest(Database database) {
        this.database = database;
        this.jdbc = database.jdbc();
        this.beans = database.beans(new TestClock("2026-11-25T12:00:00Z"), OrderList.class);
        this.list = beans.getBean(OrderList.class);
    }

    @BeforeEach
    void seed() {
        database.clear();
        for (int order = 1; order <= 6; order++) {
            SeededOrders.posted(jdbc, order % 2 == 0 ? "us" : "eu", order, "2026-11-2" + order, "10.00")
                    .insert();
        }
    }

    @AfterEach
    void close() {
        beans.close();
    }

    /** As one that gets its entry meanwhile: from today back to its month, or from its own day on to the entry's. */
    @ParameterizedTest
    @CsvSource({"2026-10-05", "2026-11-30"})
    void haveEachOnceThoughItsDayChangesInBetween(String day) {
        for (int size = 1; size <= 7; size++) {
            seed();
            List<String> found = new ArrayList<>();
            OrderSelection all = list.select(OrderFilter.NONE);
            List<OrderRow> portion = list.portion(all, null, size);
            while (!portion.isEmpty()) {
                portion.forEach(row -> found.add(row.store() + " " + row.order()));
                OrderRow last = portion.get(portion.size() - 1);
                jdbc.sql("UPDATE due_order SET listed_on = :day WHERE order_id % 3 <> :rest")
                        .param("day", LocalDate.parse(day))
                        .param("rest", found.size() % 3)
                        .update();
                portion = list.portion(all, last, size);
            }
            assertThat(found).as("by %d", size).containsExactly("eu 1", "eu 3", "eu 5", "us 2", "us 4", "us 6");
        }
    }

    /** A database may sort texts as a language does, which passes over hyphens. */
    @Test
    void haveEveryStoreHoweverTheDatabaseSortsTheirNames() {
        database.clear();
        for (String store : List.of("usa", "us-b", "us")) {
            SeededOrders.posted(jdbc, store, 1, "2026-11-20", "10.00").insert();
        }
        OrderPortions portions = new OrderPortions(jdbc, new OrderRows(Instant.EPOCH));
        OrderSelection all = list.select(OrderFilter.NONE);
        for (List<String> sorted : List.of(List.of("us", "us-b", "usa"), List.of("us", "usa", "us-b"))) {
            List<String> found = new ArrayList<>();
            List<OrderRow> portion = portions.after(all, null, 1, sorted);
            while (!portion.isEmpty()) {
                found.add(portion.get(0).store());
                portion = portions.after(all, portion.get(0), 1, sorted);
            }
            assertThat(found).as("%s", sorted).containsExactlyInAnyOrder("us", "us-b", "usa");
        }
    }

    @Test
    void haveWhatAFilterLeaves() {
        LocalDate from = LocalDate.parse("2026-11-22");
        assertThat(orders(OrderFilter.of(null, from, from.plusDays(2)))).containsExactly(3L, 2L, 4L);
        assertThat(orders(OrderFilter.of("us", from, null))).containsExactly(2L, 4L, 6L);
        assertThat(orders(OrderFilter.ofText("4"))).containsExactly(4L);
        assertThat(orders(OrderFilter.NONE.in(OrderState.PARKED))).isEmpty();
    }

    /** Of the rows that are left, each portion reads no more than it has, and what is to be passed over. */
    @Test
    void goThroughTheRowsOnceOnH2() {
        assumeThat(database).hasToString("H2");
        int orders = 4_000;
        seedMany();
        for (OrderFilter filter : List.of(
                OrderFilter.NONE,
                OrderFilter.of("us", LocalDate.parse("2026-11-01"), LocalDate.parse("2026-11-30")),
                OrderFilter.of(null, LocalDate.parse("2026-11-10"), LocalDate.parse("2026-11-12")),
                OrderFilter.NONE.in(OrderState.POSTED))) {
            assertThat(scanned(list.select(filter), 100)).as("%s", filter).isLessThan(5L * orders);
        }
    }

    /** What a tag has is found from there on H2. */
    @Test
    void readNoOthersOnH2() {
        assumeThat(database).hasToString("H2");
        seedMany();
        jdbc.sql("INSERT INTO order_tag (store, order_id, tag) VALUES ('us', 2, 'audit'), ('us', 1500, 'audit')")
                .update();
        OrderFilter tagged =
                new OrderFilter(null, null, null, null, null, null, null, null, null, null, null, "audit", null);
        OrderSelection audit = list.select(tagged);
        assertThat(orders(tagged)).containsExactly(2L, 1500L);
        assertThat(H2Scans.of(jdbc, OrderList.page(audit, 50), audit.parameters()))
                .isLessThan(30);
        assertThat(H2Scans.of(jdbc, "SELECT sum(orders) FROM " + audit.totals() + audit.where(), audit.parameters()))
                .isLessThan(30);
    }

    private void seedMany() {
        jdbc.sql("""
                        INSERT INTO due_order (store, order_id, marks, outcome, channel, listed_on, currency, total, refunded,
                            in_ledger)
                        SELECT 'us', 1000 + x, 1, 'posted', CAST(MOD(x, 4) AS VARCHAR),
                               DATEADD('DAY', -MOD(x, 40), DATE '2026-11-25'), 'USD', 10, 0, 10
                          FROM SYSTEM_RANGE(1, 4000) AS r (x)""").update();
    }

    private long scanned(OrderSelection selection, int size) {
        long scanned = 0;
        List<OrderRow> portion = list.portion(selection, null, size);
        @Nullable OrderRow last = null;
        while (!portion.isEmpty()) {
            OrderSelection left = OrderPortions.from(
                    selection, "us", last == null || last.store().equals("eu") ? 0 : last.order());
            scanned += H2Scans.of(jdbc, OrderPortions.portion(left, size), left.parameters());
            last = portion.get(portion.size() - 1);
            portion = list.portion(selection, last, size);
        }
        return scanned;
    }

    private List<Long> orders(OrderFilter filter) {
        return list.portion(list.select(filter), null, 100).stream()
                .map(OrderRow::order)
                .toList();
    }
}
