package io.ledgerbridge.database;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * Has H2 store what is written at its commit, whatever the URL says: with a {@code WRITE_DELAY} a thread of H2's does it
 * some time later, outside the turns of {@link WritersInTurn}.
 */
@Component
class H2StoresAtOnce implements BeanPostProcessor {

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool && WritersInTurn.areFor(pool.getJdbcUrl())) {
            pool.setJdbcUrl(pool.getJdbcUrl().replaceAll("(?i);WRITE_DELAY=[^;]*", "") + ";WRITE_DELAY=0");
        }
        return bean;
    }
}
