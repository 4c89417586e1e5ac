package io.ledgerbridge.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.Database;
import io.ledgerbridge.Databases;
import io.ledgerbridge.TestClock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** A backlog of a hundred thousand orders on PostgreSQL. */
class ClaimPlanTest {

    private static final int BACKLOG = 100_000;

    private final TestClock clock = new TestClock("2026-11-03T12:00:00Z");

    @Test
    void looksForDueOrdersInTheIndexHoweverManyThereAre() {
        try (Database database = Databases.postgresql();
                AnnotationConfigApplicationContext beans = database.beans(clock, DueOrders.class)) {
            fill(database);

            assertThat(plan(database))
                    .contains("Index Scan using due_order_claim")
                    .doesNotContain("Sort", "Seq Scan");
            assertThat(beans.getBean(DueOrders.class).claim("us", 8)).hasSize(8);
        }
    }

    /** Half of them due, half not yet; a tenth of another store. */
    private void fill(Database database) {
        database.jdbc()
                .sql("""
                        INSERT INTO due_order (store, order_id, due_at, marks)
                        SELECT CASE WHEN n % 10 = 0 THEN 'eu' ELSE 'us' END, n,
                               CAST(:now AS TIMESTAMP WITH TIME ZONE) + (n - :half) * INTERVAL '1 second', 1
                          FROM generate_series(1, :backlog) n""")
                .params(Map.of(
                        "now", clock.instant().atOffset(ZoneOffset.UTC), "half", BACKLOG / 2, "backlog", BACKLOG))
                .update();
        database.jdbc().sql("ANALYZE due_order").update();
    }

    private String plan(Database database) {
        List<String> lines = database.jdbc()
                .sql("EXPLAIN " + DueOrders.NEXT_DUE)
                .params(Map.of("store", "us", "now", clock.instant().atOffset(ZoneOffset.UTC), "most", 32))
                .query(String.class)
                .list();
        return String.join("\n", lines);
    }
}
