package io.ledgerbridge.database;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.flyway.FlywayConfigurationCustomizer;
import org.springframework.stereotype.Component;

/**
 * Ends, on PostgreSQL, what would wait for ever: a read from a server that hangs, a lock held by a process that sleeps,
 * and that sleeper's transaction. Transactions wait for nothing but the database, and are far shorter than that. What the
 * settings or the URL say of the same wins. A migration may take as long as it takes. H2 is in this process, and refuses
 * properties that it doesn't know.
 */
@Component
public class PostgreSqlTimeouts implements BeanPostProcessor, FlywayConfigurationCustomizer {

    private static final String SESSION = "SET lock_timeout = '75s'; SET idle_in_transaction_session_timeout = '60s'";

    /** pgjdbc's connection parameters; the time-out is in seconds. */
    private static final Map<String, String> DRIVER = Map.of("socketTimeout", "90", "tcpKeepAlive", "true");

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool && isPostgreSql(pool)) {
            DRIVER.forEach(pool.getDataSourceProperties()::putIfAbsent);
            if (pool.getConnectionInitSql() == null) {
                pool.setConnectionInitSql(SESSION);
            }
        }
        return bean;
    }

    /** Over connections of its own, without these ends. */
    @Override
    public void customize(FluentConfiguration flyway) {
        if (flyway.getDataSource() instanceof HikariDataSource pool && isPostgreSql(pool)) {
            flyway.dataSource(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword());
        }
    }

    public static boolean isPostgreSql(HikariDataSource pool) {
        return pool.getJdbcUrl() != null && pool.getJdbcUrl().startsWith("jdbc:postgresql:");
    }
}
