package io.ledgerbridge.catchup;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Up to when missed orders and refunds were looked for, over all processes. */
@Component
public class LastLooks {

    private final JdbcClient jdbc;

    LastLooks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By store: what happened until then is known. Without those of which a list was never gone through. */
    @Transactional(readOnly = true)
    public Map<String, Instant> byStore() {
        Map<String, Instant> looked = new TreeMap<>();
        jdbc.sql("""
                        SELECT store, min(looked_at) AS looked_at FROM sweep_cursor WHERE name IN ('orders', 'refunds')
                         GROUP BY store HAVING count(looked_at) = 2""").query(row -> {
            looked.put(row.getString("store"), row.getTimestamp("looked_at").toInstant());
        });
        return looked;
    }
}
