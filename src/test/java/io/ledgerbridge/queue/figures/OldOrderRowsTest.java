package io.ledgerbridge.queue.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.Database;
import io.ledgerbridge.Databases;
import io.ledgerbridge.WholeProgram;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the migration makes of orders that are older than their figures, and of those that a process of before still writes. */
@WholeProgram
class OldOrderRowsTest {

    static List<Database> databases() {
        return Databases.empty();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void haveTheirFiguresFromTheBooksAndNoneOfBigCommerces(Database empty) {
        try (Database database = empty) {
            Databases.migrations(database.source()).target("19").load().migrate();
            JdbcClient jdbc = JdbcClient.create(database.source());
            order(jdbc, 250, "'posted'");
            order(jdbc, 251, "'ignored'");
            // moved from another currency
            journal(jdbc, 1, "BC250", "EUR", 9);
            journal(jdbc, 2, "BC250-A1", "USD", 7);
            Databases.migrations(database.source()).load().migrate();
            order(jdbc, 252, "NULL");

            assertThat(shown(jdbc))
                    .containsExactly(
                            "250 2026-11-05 USD null 7.00 2 SAL2 posted",
                            "251 2026-11-03 null null 0.00 0 null ignored",
                            "252 - null null 0.00 0 null on-the-way");
        }
    }

    private static List<String> shown(JdbcClient jdbc) {
        return jdbc.sql("SELECT * FROM due_order ORDER BY order_id")
                .query((row, index) -> String.join(
                        " ",
                        row.getString("order_id"),
                        row.getLong("order_id") == 252 ? "-" : row.getString("listed_on"),
                        row.getString("currency"),
                        row.getString("total"),
                        row.getBigDecimal("in_ledger")
                                .add(new BigDecimal("0"))
                                .setScale(2)
                                .toPlainString(),
                        row.getString("entries"),
                        row.getString("x3_number"),
                        row.getString("standing")))
                .list();
    }

    /** As the version before writes one. */
    private static void order(JdbcClient jdbc, int order, String outcome) {
        jdbc.sql("""
                        INSERT INTO due_order (store, order_id, marks, outcome, settled_at)
                        VALUES ('us', %d, 1, %s, TIMESTAMP WITH TIME ZONE '2026-11-03 12:00:00+00')""".formatted(order, outcome)).update();
    }

    private static void journal(JdbcClient jdbc, int id, String reference, String currency, int amount) {
        jdbc.sql("""
                        INSERT INTO journal (id, store, folder, order_id, kind, channel, reference, generation, state,
                            entry_type, journal_code, site, accounting_date, currency, description, x3_number, created_at)
                        VALUES (%1$d, 'us', 'x3|SEED', 250, 'order', '1', '%2$s', %1$d, 'posted', 'ODGEN', 'SAL', 'FR011',
                            DATE '2026-11-05', '%3$s', 'An order', 'SAL%1$d', CURRENT_TIMESTAMP)""".formatted(id, reference, currency)).update();
        for (String line :
                List.of("1, FALSE, '411000', 'receivable', " + amount, "2, FALSE, '707000', 'revenue', -" + amount)) {
            jdbc.sql("""
                            INSERT INTO journal_line (journal_id, line_number, memo, account, role, amount, description, dimensions)
                            VALUES (%d, %s, 'A line', '{}')""".formatted(id, line)).update();
        }
    }
}
