package io.ledgerbridge.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.ledgerbridge.Database;
import io.ledgerbridge.OnEachDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What orders come to, as the database keeps it, is what their rows add up to. */
@OnEachDatabase
class KeptTotalsTest {

    private static final String SUMS = "SELECT store, listed_on, channel, currency, standing, CAST(sum(%s) AS BIGINT),"
            + " CAST(%s AS BIGINT), CAST(coalesce(sum(total), 0) AS NUMERIC(30, 4)), CAST(coalesce(sum(refunded), 0) AS NUMERIC(30, 4)),"
            + " CAST(sum(in_ledger) AS NUMERIC(30, 4)) FROM %s GROUP BY store, listed_on, channel, currency, standing"
            + " HAVING sum(%s) <> 0 ORDER BY 1, 2, 3, 4, 5";

    /** By the reason instead of the standing, with what they lack. */
    private static final String PARKED = "SELECT store, listed_on, channel, currency, reason, CAST(sum(%s) AS BIGINT),"
            + " CAST(%s AS BIGINT), CAST(coalesce(sum(total), 0) AS NUMERIC(30, 4)), CAST(%s AS BIGINT),"
            + " CAST(coalesce(sum(%s), 0) AS NUMERIC(30, 4)) FROM %s GROUP BY store, listed_on, channel, currency, reason"
            + " HAVING sum(%s) <> 0 ORDER BY 1, 2, 3, 4, 5";

    private static final String WAITING =
            OrderState.WAITING.condition().replace(":now", "TIMESTAMP WITH TIME ZONE '2026-11-05 12:00:00+00'");

    private static final List<String> CHANGES = List.of(
            "outcome = 'posted', due_at = NULL, in_ledger = coalesce(total - refunded, 0)",
            "outcome = 'parked', due_at = NULL, lease_holder = NULL, reason = 'gave-up'",
            "outcome = 'parked', due_at = NULL, lease_holder = NULL, reason = 'closed-period'",
            "outcome = 'parked', due_at = NULL, lease_holder = NULL, reason = NULL",
            "due_at = TIMESTAMP WITH TIME ZONE '2026-11-05 13:00:00+00', lease_holder = 'me'",
            "due_at = TIMESTAMP WITH TIME ZONE '2026-11-05 11:00:00+00', lease_holder = 'me'",
            "due_at = CURRENT_TIMESTAMP",
            "outcome = NULL",
            "total = 158.05, refunded = 3.5, currency = 'USD', channel = '1'",
            "total = NULL, refunded = NULL, currency = NULL",
            "total = total + 0.0001, refunded = NULL",
            "channel = NULL",
            "listed_on = DATE '2026-11-09'",
            "marks = marks + 1",
            "store = 'uk'");

    private final Database database;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    KeptTotalsTest(Database database) {
        this.database = database;
        this.jdbc = database.jdbc();
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(database.source()));
    }

    @BeforeEach
    void clear() {
        database.clear();
    }

    @Test
    void followEveryChange() {
        Random random = new Random(11);
        for (int step = 0; step < 400; step++) {
            change(random, 1);
            assertThat(kept()).as("after %d changes", step + 1).isEqualTo(summed());
            assertThat(parkedKept()).as("after %d changes", step + 1).isEqualTo(parkedSummed());
            assertThat(waitingKept()).as("after %d changes", step + 1).isEqualTo(waitingSummed());
        }
        jdbc.sql("DELETE FROM due_order").update();
        assertThat(kept()).isEmpty();
        assertThat(parkedKept()).isEmpty();
        assertThat(waitingKept()).isEmpty();
    }

    @Test
    void areTrueAtEveryMomentWhileManyWrite() {
        List<CompletableFuture<Void>> writers = IntStream.range(1, 5)
                .mapToObj(writer -> CompletableFuture.runAsync(() -> write(new Random(writer), writer)))
                .toList();
        while (!writers.stream().allMatch(CompletableFuture::isDone)) {
            assertThat(jdbc.sql(
                                    "SELECT (SELECT coalesce(sum(orders), 0) FROM order_totals) - (SELECT count(*) FROM due_order)")
                            .query(Long.class)
                            .single())
                    .isZero();
        }
        writers.forEach(CompletableFuture::join);
        assertThat(kept()).isEqualTo(summed());
        assertThat(parkedKept()).isEqualTo(parkedSummed());
    }

    @Test
    void stayWhenTheyAreGathered() {
        assumeThat(database).as("H2 keeps none").hasToString("PostgreSQL");
        Random random = new Random(5);
        for (int step = 0; step < 100; step++) {
            change(random, 1);
        }
        jdbc.sql("SELECT order_sum_gather(), parked_sum_gather()")
                .query((row, index) -> 0)
                .list();
        assertThat(database.count("order_sum_change")).isZero();
        assertThat(database.count("parked_sum_change")).isZero();
        assertThat(kept()).isEqualTo(summed());
        assertThat(parkedKept()).isEqualTo(parkedSummed());
        transactions.executeWithoutResult(undone -> {
            change(random, 1);
            jdbc.sql("SELECT order_sum_gather()").query((row, index) -> 0).list();
            undone.setRollbackOnly();
        });
        assertThat(kept()).isEqualTo(summed());
    }

    @Test
    void canBeMadeAnew() {
        assumeThat(database).as("H2 keeps none").hasToString("PostgreSQL");
        Random random = new Random(3);
        for (int step = 0; step < 100; step++) {
            change(random, 1);
        }
        jdbc.sql("UPDATE order_sum_change SET orders = 7").update();
        jdbc.sql("UPDATE parked_sum_change SET lack = 7").update();
        assertThat(kept()).isNotEqualTo(summed());
        assertThat(parkedKept()).isNotEqualTo(parkedSummed());
        jdbc.sql("SELECT order_sum_anew()").query((row, index) -> 0).list();
        assertThat(kept()).isEqualTo(summed());
        assertThat(parkedKept()).isEqualTo(parkedSummed());
    }

    private void write(Random random, int writer) {
        for (int step = 0; step < 150; step++) {
            boolean isGiven = random.nextInt(5) > 0;
            transactions.executeWithoutResult(begun -> {
                change(random, writer);
                change(random, writer);
                if (!isGiven) {
                    begun.setRollbackOnly();
                }
            });
            if (step % 20 == 0 && database.toString().equals("PostgreSQL")) {
                jdbc.sql("SELECT order_sum_gather(), parked_sum_gather()")
                        .query((row, index) -> 0)
                        .list();
            }
        }
    }

    /** Each writer has orders of its own, as workers have. */
    private void change(Random random, int writer) {
        long order = writer * 100L + random.nextInt(20);
        int changed = jdbc.sql("UPDATE due_order SET %s WHERE order_id = %d"
                        .formatted(CHANGES.get(random.nextInt(CHANGES.size())), order))
                .update();
        if (changed == 0) {
            SeededOrders.posted(jdbc, "us", order, "2026-11-05", "7").insert();
        } else if (random.nextInt(20) == 0) {
            jdbc.sql("DELETE FROM due_order WHERE order_id = " + order).update();
        }
    }

    private List<List<Object>> kept() {
        return rows(SUMS.formatted("orders", "sum(with_total)", "order_totals", "orders"));
    }

    private List<List<Object>> summed() {
        return rows(SUMS.formatted("1", "count(total)", "due_order", "1"));
    }

    private List<List<Object>> parkedKept() {
        return rows(PARKED.formatted(
                "orders", "sum(with_total)", "sum(with_lack)", "lack", "parked_totals WHERE 1 = 1", "orders"));
    }

    private List<List<Object>> parkedSummed() {
        return rows(PARKED.formatted(
                "1",
                "count(total)",
                "count(not_in_ledger)",
                "not_in_ledger",
                "due_order WHERE standing = 'parked'",
                "1"));
    }

    private List<List<Object>> waitingKept() {
        return rows(SUMS.formatted("orders", "sum(with_total)", "waiting_totals WHERE " + WAITING, "orders"));
    }

    private List<List<Object>> waitingSummed() {
        return rows(SUMS.formatted("1", "count(total)", "due_order WHERE " + WAITING, "1"));
    }

    private List<List<Object>> rows(String sql) {
        return jdbc.sql(sql)
                .query((row, index) -> {
                    List<Object> all = new ArrayList<>();
                    for (int column = 1; column <= 10; column++) {
                        all.add(String.valueOf(row.getObject(column)));
                    }
                    return all;
                })
                .list();
    }
}
