package io.ledgerbridge.parked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.ledgerbridge.Database;
import io.ledgerbridge.H2Scans;
import io.ledgerbridge.OnEachDatabase;
import io.ledgerbridge.TestClock;
import io.ledgerbridge.books.AuditTrail;
import io.ledgerbridge.queue.EventRows;
import io.ledgerbridge.queue.QueueBeans;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** All parked orders of a store, replayed at once. */
@OnEachDatabase
class GroupReplaysTest {

    private final Database database;
    private final TestClock clock = new TestClock("2026-11-03T12:00:00Z");
    private final AnnotationConfigApplicationContext beans;
    private final GroupReplays replays;

    GroupReplaysTest(Database database) {
        this.database = database;
        this.beans = database.beans(
                clock, QueueBeans.class, EventRows.class, AuditTrail.class, ParkedGroups.class, GroupReplays.class);
        this.replays = beans.getBean(GroupReplays.class);
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
    void replaysAllOfAStoreHoweverManyThereAre() {
        park("us", 1, 1_234, "no-account");
        park("us", 2_001, 10, "gave-up");
        park("eu", 1, 10, "no-account");

        assertThat(replay("no-account")).isEqualTo(1_234);

        assertThat(due("us")).isEqualTo(1_234);
        assertThat(due("eu")).isZero();
        assertThat(database.jdbc()
                        .sql("SELECT count(*) FROM audit WHERE step = 'order-replayed'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1_234);
        assertThat(replay(null)).isEqualTo(10);
    }

    /** Each portion begins behind the one before, whatever was marked meanwhile. */
    @Test
    void readsEachOrderOnceOnH2() {
        assumeThat(database).hasToString("H2");
        int orders = 4_000;
        park("us", 1, orders, "no-account");
        ParkedGroup group = beans.getBean(ParkedGroups.class).all("us", "no-account");
        LetterQuery query = LetterQuery.group(database.jdbc(), group);
        long scanned = 0;
        for (long last = 0; last < orders; last += 500) {
            Map<String, Object> values = new HashMap<>(query.values());
            values.put("after", last);
            values.put("most", 500);
            scanned += H2Scans.of(database.jdbc(), query.numbers(), values);
            assertThat(query.idsAfter(last, 500)).hasSize(500);
            database.jdbc()
                    .sql("UPDATE due_order SET due_at = CURRENT_TIMESTAMP WHERE order_id BETWEEN :from AND :to")
                    .params(Map.of("from", last + 1, "to", last + 500))
                    .update();
        }
        assertThat(scanned).isLessThan(orders + 100L);
    }

    /** {@code -Dspeed=true}: figures, which no other run depends on. */
    @Test
    @EnabledIfSystemProperty(named = "speed", matches = "true")
    void replaysFiftyThousand() {
        park("us", 1, 50_000, "no-account");
        long start = System.nanoTime();
        assertThat(replay(null)).isEqualTo(50_000);
        System.out.printf(
                "50,000 replayed in %d ms, %s%n",
                Duration.ofNanos(System.nanoTime() - start).toMillis(), database);
    }

    private long replay(@Nullable String reason) {
        return replays.replay(beans.getBean(ParkedGroups.class).all("us", reason), Map.of("by", "ops"));
    }

    private void park(String store, long first, int count, String reason) {
        List<Object[]> rows = LongStream.range(first, first + count)
                .mapToObj(order ->
                        new Object[] {store, order, reason, clock.instant().atOffset(ZoneOffset.UTC)})
                .toList();
        new JdbcTemplate(database.source()).batchUpdate("""
                        INSERT INTO due_order (store, order_id, marks, fence, outcome, reason, settled_at)
                        VALUES (?, ?, 1, 1, 'parked', ?, ?)""", rows);
    }

    private long due(String store) {
        return database.jdbc()
                .sql("SELECT count(*) FROM due_order WHERE store = :store AND due_at IS NOT NULL")
                .param("store", store)
                .query(Long.class)
                .single();
    }
}
