package io.ledgerbridge.parked;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.Database;
import io.ledgerbridge.OnEachDatabase;
import io.ledgerbridge.TestClock;
import io.ledgerbridge.books.AuditTrail;
import io.ledgerbridge.faults.ParkCode;
import io.ledgerbridge.faults.ParkReason;
import io.ledgerbridge.queue.Claim;
import io.ledgerbridge.queue.Claims;
import io.ledgerbridge.queue.DueOrders;
import io.ledgerbridge.queue.EventRows;
import io.ledgerbridge.queue.OrderWork;
import io.ledgerbridge.queue.QueueBeans;
import io.ledgerbridge.queue.RefundRecords;
import io.ledgerbridge.queue.SetAsides;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The numbers of orders by their state, as each order's own state says it. */
@OnEachDatabase
class OrderCountsTest {

    private static final int MANY = 50_000;

    private final TestClock clock = new TestClock("2026-11-03T12:00:00Z");
    private final Database database;
    private final AnnotationConfigApplicationContext beans;
    private final DueOrders orders;
    private final Claims queue;
    private final OrderWork work;
    private final OrderCounts counts;

    OrderCountsTest(Database database) {
        this.database = database;
        this.beans = database.beans(
                clock,
                QueueBeans.class,
                EventRows.class,
                OrderWork.class,
                SetAsides.class,
                RefundRecords.class,
                OrderStates.class,
                OrderCounts.class,
                AuditTrail.class);
        this.orders = beans.getBean(DueOrders.class);
        this.queue = beans.getBean(Claims.class);
        this.work = beans.getBean(OrderWork.class);
        this.counts = beans.getBean(OrderCounts.class);
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
    void countNothingWhereThereIsNothing() {
        assertThat(counts.byStore()).isEmpty();
    }

    @Test
    void countEachOrderInItsState() {
        ended("us", 1, work::posted);
        ended("us", 2, work::posted);
        ended("us", 3, claim -> work.held(claim, "unpaid"));
        ended("us", 4, claim -> work.ignored(claim, "a test"));
        ended("us", 5, claim -> work.park(claim, new ParkReason(ParkCode.UNMAPPED_CHANNEL, "channel 7", "map it")));
        ended("us", 6, claim -> work.park(claim, new ParkReason(ParkCode.GAVE_UP, "X3", "mend it")));
        ended("eu", 1, claim -> work.retry(claim, clock.instant().plusSeconds(60), "X3 is away"));
        orders.mark("us", 7);
        orders.mark("us", 2);
        orders.mark("us", 6);
        clock.advance(Duration.ofSeconds(5));
        orders.mark("us", 8);
        claim("us", 7);

        StoreCounts us = counts.byStore().getOrDefault("us", StoreCounts.NONE);
        assertThat(us.states())
                .isEqualTo(Map.of("posted", 1L, "held", 1L, "ignored", 1L, "parked", 1L, "posting", 3L, "waiting", 1L));
        assertThat(us.parked()).isEqualTo(Map.of("unmapped-channel", 1L));
        assertThat(us.failing()).isZero();
        StoreCounts eu = counts.byStore().getOrDefault("eu", StoreCounts.NONE);
        assertThat(eu.states()).isEqualTo(Map.of("waiting", 1L));
        assertThat(eu.failing()).isEqualTo(1);
        assertThat(eu.failingSince()).isEqualTo(Instant.parse("2026-11-03T12:00:00Z"));
        assertThat(eu.overdue(clock.instant())).isZero();
    }

    @Test
    void sayHowLongTheFirstHasBeenDue() {
        orders.mark("us", 1);
        clock.advance(Duration.ofMinutes(3));
        orders.mark("us", 2);

        assertThat(us().overdue(clock.instant())).isEqualTo(Duration.ofMinutes(3));
        claim("us", 1);
        clock.advance(Duration.ofMinutes(2));
        assertThat(us().overdue(clock.instant()))
                .as("all of them are being worked")
                .isZero();
        clock.advance(Duration.ofMinutes(4));
        assertThat(us().overdue(clock.instant()))
                .as("a minute after the leases' end")
                .isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void countDeliveriesThatCanNotBeReadAmongTheParked() {
        database.jdbc().sql("""
                        INSERT INTO event (store, disposition, body_sha256, body, headers, received_at)
                        VALUES ('us', 'unreadable', 'a', CAST('' AS BYTEA), '{}', CURRENT_TIMESTAMP)""").update();

        assertThat(us().parked()).isEqualTo(Map.of("unreadable-event", 1L));
        assertThat(us().in("parked")).isZero();
    }

    /** All orders are gone through once; of those that are due or parked, however many others there are, only they. */
    @Test
    void countByTheIndexesOnPostgreSql() {
        Assumptions.assumeTrue(database.toString().equals("PostgreSQL"));
        fill(MANY);
        database.jdbc().sql("VACUUM ANALYZE due_order").update();

        assertThat(plan(OrderCounts.PARKED)).contains("due_order_outcome").doesNotContain("Seq Scan");
        assertThat(plan(OrderCounts.DUE.replace(":now", "now()"))).doesNotContain("Seq Scan");
    }

    /** {@code -Dspeed=true}: a figure, which no other run depends on. */
    @Test
    @EnabledIfSystemProperty(named = "speed", matches = "true")
    void countAMillion() {
        fill(1_000_000);
        if (database.toString().equals("PostgreSQL")) {
            database.jdbc().sql("VACUUM ANALYZE due_order").update();
        }
        for (int time = 0; time < 3; time++) {
            long start = System.nanoTime();
            assertThat(us().in("posted")).isPositive();
            System.out.printf(
                    "%s: a million orders are counted in %d ms%n", database, (System.nanoTime() - start) / 1_000_000);
        }
    }

    private StoreCounts us() {
        return counts.byStore().getOrDefault("us", StoreCounts.NONE);
    }

    /** The orders of two stores, of which one in a thousand is parked and one in a thousand due. */
    private void fill(int many) {
        String numbers = database.toString().equals("PostgreSQL")
                ? "generate_series(1, %d) AS s(n)".formatted(many)
                : "SYSTEM_RANGE(1, %d) AS s(n)".formatted(many);
        database.jdbc().sql("""
                        INSERT INTO due_order (store, order_id, due_at, marks, outcome, reason, detail, settled_at)
                        SELECT CASE WHEN n %% 10 = 0 THEN 'eu' ELSE 'us' END, n,
                               CASE WHEN n %% 1000 = 1 THEN CURRENT_TIMESTAMP END, 1,
                               CASE WHEN n %% 1000 = 2 THEN 'parked' ELSE 'posted' END, 'gave-up',
                               'some words of a usual length, as they stand there', CURRENT_TIMESTAMP
                          FROM %s""".formatted(numbers)).update();
    }

    private String plan(String sql) {
        List<String> lines =
                database.jdbc().sql("EXPLAIN " + sql).query(String.class).list();
        return String.join("\n", lines);
    }

    private void ended(String store, long order, Consumer<Claim> end) {
        orders.mark(store, order);
        claim(store, order).forEach(end);
    }

    private List<Claim> claim(String store, long order) {
        List<Claim> claims = queue.claim(store, 3);
        assertThat(claims).extracting(Claim::order).contains(order);
        return claims;
    }
}
