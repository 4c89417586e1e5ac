package io.ledgerbridge.queue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Which stores are paused, over all replicas and restarts. Orders being worked when a pause begins are worked to their end. */
@Repository
public class Pauses {

    private final JdbcClient jdbc;
    private final DueOrderRows orders;
    private final Clock clock;

    Pauses(JdbcClient jdbc, DueOrderRows orders, Clock clock) {
        this.jdbc = jdbc;
        this.orders = orders;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Pause> all() {
        return jdbc.sql("SELECT store, since, paused_by, why FROM store_pause")
                .query(Pauses::pause)
                .list();
    }

    /** Empty while the store isn't paused. */
    @Transactional(readOnly = true)
    public Optional<Pause> of(String store) {
        return all().stream().filter(pause -> pause.store().equals(store)).findFirst();
    }

    /** A store that is paused already stays so since then, now for this reason. */
    @Transactional
    public void pause(String store, String by, String why) {
        if (update(store, by, why) == 0 && insert(store, by, why) == 0) {
            update(store, by, why);
        }
    }

    /**
     * Lets a store's orders go on. The time that it was paused counts for none of them as time that they have been failing.
     *
     * @return whether it was paused
     */
    @Transactional
    public boolean resume(String store) {
        int resumed = jdbc.sql("DELETE FROM store_pause WHERE store = :store")
                .param("store", store)
                .update();
        if (resumed > 0) {
            orders.restartFailingTimes(store);
        }
        return resumed > 0;
    }

    private int update(String store, String by, String why) {
        return written("UPDATE store_pause SET paused_by = :by, why = :why WHERE store = :store", store, by, why);
    }

    private int insert(String store, String by, String why) {
        return written("""
                        INSERT INTO store_pause (store, since, paused_by, why) VALUES (:store, :now, :by, :why)
                        ON CONFLICT DO NOTHING""", store, by, why);
    }

    private int written(String sql, String store, String by, String why) {
        return jdbc.sql(sql)
                .param("store", store)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("why", why)
                .update();
    }

    private static Pause pause(ResultSet row, int index) throws SQLException {
        return new Pause(
                row.getString("store"),
                row.getTimestamp("since").toInstant(),
                row.getString("paused_by"),
                row.getString("why"));
    }
}
