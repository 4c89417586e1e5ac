package io.ledgerbridge.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.Database;
import io.ledgerbridge.Databases;
import io.ledgerbridge.WholeProgram;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;

/** As Spring Boot migrates at the start. */
@WholeProgram
class FirstTextOfV20Test {

    static List<Database> databases() {
        return Databases.empty();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void isTakenForTodaysAndItsSumsAreMended(Database empty) {
        try (Database database = empty) {
            Databases.migrations(database.source()).target("25").load().migrate();
            migratedBy(FirstTextOfV20.FIRST, database);
            entry("EUR", 9, database);
            entry("USD", 7, database);
            database.jdbc().sql("""
                    INSERT INTO due_order (store, order_id, marks, outcome, settled_at, currency, in_ledger)
                    VALUES ('us', 250, 1, 'posted', CURRENT_TIMESTAMP, 'EUR', 16)""").update();

            onStart(database).run(context -> assertThat(context).hasNotFailed());

            Map<String, Object> order = database.jdbc()
                    .sql("SELECT currency, CAST(in_ledger AS INTEGER) AS in_ledger FROM due_order")
                    .query()
                    .singleRow();
            assertThat(order).containsEntry("currency", "USD").containsEntry("in_ledger", 7);
            onStart(database).run(context -> assertThat(context).hasNotFailed());
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aThirdTextIsRefused(Database empty) {
        try (Database database = empty) {
            onStart(database).run(context -> assertThat(context).hasNotFailed());
            migratedBy(1, database);

            onStart(database)
                    .run(context -> assertThat(context)
                            .getFailure()
                            .rootCause()
                            .hasMessageContaining("checksum mismatch for migration version 20"));
        }
    }

    private static ApplicationContextRunner onStart(Database database) {
        return new ApplicationContextRunner()
                .withConfiguration(
                        AutoConfigurations.of(DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class))
                .withBean(FirstTextOfV20.class)
                .withPropertyValues(
                        "spring.datasource.url=" + database.url(),
                        "spring.datasource.username=" + database.user(),
                        "spring.flyway.locations=classpath:db/migration,classpath:db/{vendor}");
    }

    private static void migratedBy(int text, Database database) {
        database.jdbc()
                .sql("UPDATE \"flyway_schema_history\" SET \"checksum\" = :text WHERE \"version\" = '20'")
                .param("text", text)
                .update();
    }

    private static void entry(String currency, int amount, Database database) {
        JdbcClient jdbc = database.jdbc();
        jdbc.sql("""
                        INSERT INTO journal (id, store, folder, order_id, kind, channel, reference, generation, state,
                            entry_type, journal_code, site, accounting_date, currency, description, x3_number, created_at)
                        VALUES (%1$d, 'us', 'x3|SEED', 250, 'order', '1', 'BC250-%1$d', %1$d, 'posted', 'ODGEN', 'SAL', 'FR011',
                            DATE '2026-11-05', '%2$s', 'An order', 'SAL%1$d', CURRENT_TIMESTAMP)""".formatted(20 - amount, currency)).update();
        jdbc.sql("""
                        INSERT INTO journal_line (journal_id, line_number, memo, account, role, amount, description, dimensions)
                        VALUES (%d, 1, FALSE, '411000', 'receivable', %d, 'A line', '{}')""".formatted(20 - amount, amount)).update();
    }
}
