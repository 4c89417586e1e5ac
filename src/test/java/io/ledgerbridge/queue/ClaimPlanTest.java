package io.ledgerbridge.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.Database;
import io.ledgerbridge.Databases;
import io.ledgerbridge.TestClock;
import io.ledgerbridge.WholeProgram;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** By which indexes orders are claimed, from a backlog of a hundred thousand on PostgreSQL. */
@WholeProgram
class ClaimPlanTest {

    private static final int BACKLOG = 100_000;

    private final TestClock clock = new TestClock("2026-11-03T12:00:00Z");

    @Test
    void looksForDueOrdersInTheIndexHoweverManyThereAre() {
        try (Database database = Databases.postgresql();
                AnnotationConfigApplicationContext beans = database.beans(clock, QueueBeans.class)) {
            fill(database, BACKLOG);

            assertThat(plan(database))
                    .contains("Index Scan using due_order_claim")
                    .doesNotContain("Sort", "Seq Scan");
            assertThat(beans.getBean(Claims.class).claim("us", 8)).hasSize(8);
        }
    }

    /** In the index of due orders, H2 may have kept one as due for ever when its process was killed. */
    @Test
    void locksAnOrderByItsPrimaryKeyOnH2() {
        try (Database database = Databases.h2();
                AnnotationConfigApplicationContext beans = database.beans(clock, QueueBeans.class)) {
            beans.getBean(DueOrders.class).mark("us", 1);

            assertThat(database.jdbc()
                            .sql("EXPLAIN " + ClaimLocks.LOCK)
                            .params(Map.of("store", "us", "order", 1, "alone", 2))
                            .query(String.class)
                            .single())
                    .containsIgnoringCase("primary_key")
                    .doesNotContain("due_order_claim");
        }
    }

    /** {@code -Dspeed=true}: figures, which no other run depends on. */
    @Test
    @EnabledIfSystemProperty(named = "speed", matches = "true")
    void claimsAsFastFromALongBacklogAsFromAShortOne() {
        median(1_000);
        double small = median(1_000);
        double large = median(BACKLOG);
        System.out.printf(
                "A claim of 8 from %d orders takes %.2f times as long as from 1000%n", BACKLOG, large / small);
        assertThat(large / small).isLessThan(2);
    }

    /** Of forty claims, in nanoseconds. */
    private double median(int backlog) {
        try (Database database = Databases.postgresql();
                AnnotationConfigApplicationContext beans = database.beans(clock, QueueBeans.class)) {
            fill(database, backlog);
            Claims claims = beans.getBean(Claims.class);
            long[] took = new long[40];
            for (int claim = 0; claim < took.length; claim++) {
                long start = System.nanoTime();
                assertThat(claims.claim("us", 8)).hasSize(8);
                took[claim] = System.nanoTime() - start;
            }
            Arrays.sort(took);
            return took[took.length / 2];
        }
    }

    /** Half of them due, half not yet; a tenth of another store. */
    private void fill(Database database, int backlog) {
        database.jdbc()
                .sql("""
                        INSERT INTO due_order (store, order_id, due_at, marks)
                        SELECT CASE WHEN n % 10 = 0 THEN 'eu' ELSE 'us' END, n,
                               CAST(:now AS TIMESTAMP WITH TIME ZONE) + (n - :half) * INTERVAL '1 second', 1
                          FROM generate_series(1, :backlog) n""")
                .params(Map.of(
                        "now", clock.instant().atOffset(ZoneOffset.UTC), "half", backlog / 2, "backlog", backlog))
                .update();
        database.jdbc().sql("ANALYZE due_order").update();
    }

    private String plan(Database database) {
        List<String> lines = database.jdbc()
                .sql("EXPLAIN " + ClaimableOrders.NEXT_DUE)
                .params(Map.of("store", "us", "now", clock.instant().atOffset(ZoneOffset.UTC), "most", 32, "alone", 2))
                .query(String.class)
                .list();
        return String.join("\n", lines);
    }
}
