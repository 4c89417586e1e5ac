package io.ledgerbridge.books;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerbridge.Database;
import io.ledgerbridge.Databases;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the migrations make of journals that are older than their dates. */
class OldJournalRowsTest {

    static List<Database> databases() {
        return Databases.empty();
    }

    /** One that a closed period moved had the rate of the date under which X3 has it. */
    @ParameterizedTest
    @MethodSource("databases")
    void belongToTheirDateAndHaveTheRateThatX3Took(Database empty) {
        try (Database database = empty) {
            Databases.migrations(database.source()).target("8").load().migrate();
            JdbcClient jdbc = JdbcClient.create(database.source());
            insert(jdbc, 1, "BC250", "'2026-10-31'", "NULL");
            insert(jdbc, 2, "BC250-A1", "'2026-12-01'", "'2026-11-03'");

            Databases.migrations(database.source()).load().migrate();
            insert(jdbc, 3, "BC250-V1", "'2026-12-01'", "'2026-11-05'");

            assertThat(new JournalRows(jdbc, new ObjectMapper()).ofOrder("us", 250))
                    .extracting(journal -> journal.entry().documentDate() + " "
                            + journal.entry().rateDate())
                    .containsExactly("2026-10-31 2026-10-31", "2026-11-03 2026-12-01", "2026-11-05 2026-12-01");
        }
    }

    /** As the version before writes one. */
    private static void insert(JdbcClient jdbc, int id, String reference, String date, String original) {
        jdbc.sql("""
                        INSERT INTO journal (id, store, folder, order_id, kind, channel, reference, generation, state,
                            entry_type, journal_code, site, accounting_date, original_date, currency, description, created_at)
                        VALUES (%d, 'us', 'x3|SEED', 250, 'order', '1', '%s', 1, 'posted', 'ODGEN', 'SAL', 'FR011',
                            %s, %s, 'USD', 'An order', CURRENT_TIMESTAMP)""".formatted(id, reference, date, original)).update();
        for (int line = 0; line < 2; line++) {
            jdbc.sql("""
                            INSERT INTO journal_line (journal_id, line_number, memo, account, role, amount, description, dimensions)
                            VALUES (%d, %d, FALSE, '411000', 'receivable', %d, 'A line', '{}')""".formatted(id, line, 10 - 20 * line)).update();
        }
    }
}
