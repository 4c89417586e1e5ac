package io.ledgerbridge.operations;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.stereotype.Component;

/** Lets the pool open its connections to H2 through {@link StatementsInTurn}. */
@Component
class H2InTurn implements BeanPostProcessor {

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool && pool.getJdbcUrl() != null && isH2(pool.getJdbcUrl())) {
            pool.setDataSource(new StatementsInTurn(
                    new DriverManagerDataSource(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword())));
        }
        return bean;
    }

    private static boolean isH2(String url) {
        return url.startsWith("jdbc:h2:");
    }
}
