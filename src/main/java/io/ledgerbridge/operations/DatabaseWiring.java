package io.ledgerbridge.operations;

import com.zaxxer.hikari.HikariDataSource;
import io.ledgerbridge.database.DatabaseClock;
import io.ledgerbridge.database.DatabaseServer;
import io.ledgerbridge.database.PostgreSqlTimeouts;
import io.ledgerbridge.database.WritersInTurn;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.transaction.TransactionManagerCustomizers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** What differs between H2 and PostgreSQL: the clock, the server's start, and the transactions. */
@Configuration
class DatabaseWiring {

    @Bean
    DatabaseClock databaseClock(DataSource database, JdbcClient jdbc, Clock clock) {
        return isPostgreSql(database) ? DatabaseClock.of(jdbc) : clock::instant;
    }

    @Bean
    DatabaseServer databaseServer(DataSource database, JdbcClient jdbc, Clock clock) {
        Instant start = clock.instant();
        return isPostgreSql(database) ? DatabaseServer.of(jdbc) : () -> start;
    }

    private static boolean isPostgreSql(DataSource database) {
        return database instanceof HikariDataSource pool && PostgreSqlTimeouts.isPostgreSql(pool);
    }

    /** One writer at a time on H2; the others wait for it as long as for a connection. */
    @Bean
    JdbcTransactionManager transactionManager(
            DataSource database, ObjectProvider<TransactionManagerCustomizers> customizers) {
        JdbcTransactionManager transactions =
                database instanceof HikariDataSource pool && WritersInTurn.areFor(pool.getJdbcUrl())
                        ? new WritersInTurn(pool, Duration.ofMillis(pool.getConnectionTimeout()))
                        : new JdbcTransactionManager(database);
        customizers.ifAvailable(all -> all.customize(transactions));
        return transactions;
    }
}
