package io.ledgerbridge.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.ledgerbridge.Database;
import io.ledgerbridge.Databases;
import io.ledgerbridge.WholeProgram;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;

/** As Spring Boot makes the pool from the settings. */
@WholeProgram
class PostgreSqlTimeoutsTest {

    private final ApplicationContextRunner program = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class))
            .withBean(PostgreSqlTimeouts.class);

    @Test
    void endsWhatWouldWaitForEver() {
        try (Database database = Databases.postgresql()) {
            on(database, "").run(context -> {
                HikariDataSource pool = context.getBean(HikariDataSource.class);
                assertThat(shown(pool, "lock_timeout")).isEqualTo("75s");
                assertThat(shown(pool, "idle_in_transaction_session_timeout")).isEqualTo("1min");
                assertThat(readTimeout(pool)).isEqualTo(90_000);
            });
        }
    }

    @Test
    void leavesToTheSettingsWhatTheySay() {
        try (Database database = Databases.postgresql()) {
            on(database, "?socketTimeout=7")
                    .withPropertyValues("spring.datasource.hikari.connection-init-sql=SET lock_timeout = '3s'")
                    .run(context -> {
                        HikariDataSource pool = context.getBean(HikariDataSource.class);
                        assertThat(shown(pool, "lock_timeout")).isEqualTo("3s");
                        assertThat(readTimeout(pool)).isEqualTo(7_000);
                    });
        }
    }

    @Test
    void letsAMigrationTakeAsLongAsItTakes() {
        try (Database database = Databases.postgresql()) {
            on(database, "").run(context -> {
                HikariDataSource pool = context.getBean(HikariDataSource.class);
                FluentConfiguration flyway = new FluentConfiguration().dataSource(pool);
                context.getBean(PostgreSqlTimeouts.class).customize(flyway);
                assertThat(JdbcClient.create(flyway.getDataSource())
                                .sql("SHOW lock_timeout")
                                .query(String.class)
                                .single())
                        .isEqualTo("0");
            });
        }
    }

    @Test
    void leavesH2AsItIs() {
        program.withPropertyValues("spring.datasource.url=jdbc:h2:mem:timeouts").run(context -> {
            HikariDataSource pool = context.getBean(HikariDataSource.class);
            assertThat(pool.getDataSourceProperties()).isEmpty();
            assertThat(pool.getConnectionInitSql()).isNull();
        });
    }

    private ApplicationContextRunner on(Database database, String parameters) {
        return program.withPropertyValues(
                "spring.datasource.url=" + database.url().replaceFirst("\\?.*", "") + parameters,
                "spring.datasource.username=" + database.user());
    }

    private static String shown(HikariDataSource pool, String setting) {
        return JdbcClient.create(pool)
                .sql("SHOW " + setting)
                .query(String.class)
                .single();
    }

    /** In milliseconds. */
    private static int readTimeout(HikariDataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            return connection.getNetworkTimeout();
        }
    }
}
