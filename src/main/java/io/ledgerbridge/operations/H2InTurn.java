package io.ledgerbridge.operations;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Locale;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.stereotype.Component;

/**
 * Lets the pool open its connections to H2 through {@link StatementsInTurn}; with {@code WRITE_DELAY=0}, whatever the URL
 * says, since a thread of H2's would store things outside all turns; and without H2's own log of each lock that was met,
 * unless the URL asks for one.
 */
@Component
class H2InTurn implements BeanPostProcessor {

    private static final String AT_EACH_COMMIT = ";WRITE_DELAY=0";
    private static final String NO_TRACE = ";TRACE_LEVEL_FILE=0";

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool && pool.getJdbcUrl() != null && isH2(pool.getJdbcUrl())) {
            DriverManagerDataSource h2 =
                    new DriverManagerDataSource(url(pool.getJdbcUrl()), pool.getUsername(), pool.getPassword());
            h2.setConnectionProperties(pool.getDataSourceProperties());
            pool.setDataSource(new StatementsInTurn(h2));
        }
        return bean;
    }

    static String url(String set) {
        String url = set.replaceAll("(?i);WRITE_DELAY=\\d+", "") + AT_EACH_COMMIT;
        return url.toUpperCase(Locale.ROOT).contains(";TRACE_LEVEL_FILE=") ? url : url + NO_TRACE;
    }

    private static boolean isH2(String url) {
        return url.startsWith("jdbc:h2:");
    }
}
