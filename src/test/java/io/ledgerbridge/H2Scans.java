package io.ledgerbridge;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How many rows and index entries H2 goes through for a query, over all of its tables. */
public final class H2Scans {

    private static final Pattern COUNT = Pattern.compile("scanCount: ([0-9]+)");

    private H2Scans() {}

    public static long of(JdbcClient jdbc, String sql, Map<String, ?> parameters) {
        String plan = jdbc.sql("EXPLAIN ANALYZE " + sql)
                .params(parameters)
                .query(String.class)
                .single();
        Matcher counts = COUNT.matcher(plan);
        long scanned = 0;
        while (counts.find()) {
            scanned += Long.parseLong(counts.group(1));
        }
        return scanned;
    }
}
