package io.ledgerbridge.books;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.Database;
import io.ledgerbridge.Databases;
import java.util.List;
import org.flywaydb.core.Flyway;
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
            Flyway.configure().dataSource(database.source()).target("8").load().migrate();
            JdbcClient jdbc = JdbcClient.create(database.source());
            insert(jdbc, "BC250", "'2026-10-31'", "NULL");
            insert(jdbc, "BC250-A1", "'2026-12-01'", "'2026-11-03'");

            Flyway.configure().dataSource(database.source()).load().migrate();

            assertThat(jdbc.sql("SELECT document_date, rate_date FROM journal ORDER BY id")
                            .query((row, index) -> row.getString(1) + " " + row.getString(2))
                            .list())
                    .containsExactly("2026-10-31 2026-10-31", "2026-11-03 2026-12-01");
        }
    }

    private static void insert(JdbcClient jdbc, String reference, String date, String original) {
        jdbc.sql("""
                        INSERT INTO journal (store, folder, order_id, kind, channel, reference, generation, state,
                            entry_type, journal_code, site, accounting_date, original_date, currency, description, created_at)
                        VALUES ('us', 'x3|SEED', 250, 'order', '1', '%s', 1, 'posted', 'ODGEN', 'SAL', 'FR011',
                            %s, %s, 'USD', 'An order', CURRENT_TIMESTAMP)""".formatted(reference, date, original)).update();
    }
}
