package io.ledgerbridge.hooks;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When BigCommerce last sent something of a store's orders. */
@Repository
public class LastDeliveries {

    /** So many are looked at, of all stores: there is no index by store. */
    public static final int MOST = 10_000;

    private final JdbcClient jdbc;

    LastDeliveries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By store; one that isn't among the last {@value #MOST} deliveries is left out. */
    public Map<String, Instant> byStore() {
        Map<String, Instant> last = new TreeMap<>();
        jdbc.sql("""
                        SELECT store, max(received_at) AS at
                          FROM (SELECT store, received_at FROM event WHERE disposition = 'order'
                                 ORDER BY received_at DESC LIMIT :most) AS last
                         GROUP BY store""").param("most", MOST).query(row -> {
            last.put(row.getString("store"), row.getTimestamp("at").toInstant());
        });
        return last;
    }
}
