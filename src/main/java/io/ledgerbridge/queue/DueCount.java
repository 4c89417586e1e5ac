package io.ledgerbridge.queue;

import io.ledgerbridge.database.DatabaseClock;
import java.time.ZoneOffset;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many orders could be worked now. */
@Component
public class DueCount {

    private final JdbcClient jdbc;
    private final DatabaseClock clock;

    DueCount(JdbcClient jdbc, DatabaseClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Those of these stores, a thousand at the most. */
    public long of(Set<String> stores) {
        return stores.isEmpty()
                ? 0
                : jdbc.sql("""
                                SELECT count(*) FROM
                                    (SELECT 1 FROM due_order
                                      WHERE store IN (:stores) AND due_at <= :now LIMIT 1000) AS due""")
                        .param("stores", stores)
                        .param("now", clock.now().atOffset(ZoneOffset.UTC))
                        .query(Long.class)
                        .single();
    }
}
