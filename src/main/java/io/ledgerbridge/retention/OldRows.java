package io.ledgerbridge.retention;

import io.ledgerbridge.database.DatabaseClock;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Removes rows that are old, some in a transaction: each method says how many it removed. The oldest are looked for in the
 * order of an index, and each is then changed by its primary key: H2 reads a whole table for a {@code DELETE} whose
 * {@code IN (SELECT …)} isn't on the first column of a key, and sorts all that is old where the order isn't the index's.
 */
@Repository
class OldRows {

    static final String DELIVERIES =
            "SELECT message_id FROM delivery WHERE created_at < :before ORDER BY created_at LIMIT :most";

    /** The events of which nobody needs more than what the row says: a work that read them has come to an end. */
    static final String BODIES = """
            SELECT e.id FROM event e
             WHERE e.whole = TRUE AND e.received_at < :before AND (e.disposition = 'ignored' OR EXISTS (
                SELECT 1 FROM due_order d
                 WHERE d.store = e.store AND d.order_id = e.order_id
                   AND (d.settled_up_to >= e.id OR d.due_at IS NULL AND d.outcome IN ('posted', 'ignored', 'set-aside'))))
             ORDER BY e.whole, e.received_at, e.id LIMIT :most""";

    /** The figures of readings from which no journal was planned since. */
    static final String READINGS = """
            SELECT r.store, r.order_id, r.sha256 FROM reading r
             WHERE r.whole = TRUE AND r.read_at < :before AND NOT EXISTS (
                SELECT 1 FROM journal j
                 WHERE j.store = r.store AND j.order_id = r.order_id AND j.reading = r.sha256
                   AND j.created_at >= :before)
             ORDER BY r.whole, r.read_at, r.store, r.order_id, r.sha256 LIMIT :most""";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final OldBackfills backfills;
    private final DatabaseClock clock;

    OldRows(JdbcClient jdbc, JdbcTemplate batches, DatabaseClock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
        this.backfills = new OldBackfills(jdbc, batches);
    }

    @Transactional
    public int deliveries(Instant before, int most) {
        return each(
                "DELETE FROM delivery WHERE processor_name = 'webhooks' AND message_id = ?", DELIVERIES, before, most);
    }

    /** The bodies and headers alone; those that no work has settled stay, and so do those of unreadable events. */
    @Transactional
    public int bodies(Instant before, int most) {
        return empty(
                "UPDATE event SET body = NULL, headers = NULL, whole = FALSE, emptied_at = ? WHERE id = ?",
                BODIES,
                before,
                most);
    }

    /** Their bodies alone: a journal says by the hash which reading it was planned from, and the row when that was pruned. */
    @Transactional
    public int readings(Instant before, int most) {
        return empty("""
                UPDATE reading SET body = NULL, whole = FALSE, emptied_at = ?
                 WHERE store = ? AND order_id = ? AND sha256 = ?""", READINGS, before, most);
    }

    /** Of the oldest backfill that is finished: its orders, and itself when there are none left. */
    @Transactional
    public int backfills(Instant before, int most) {
        return backfills.remove(utc(before), most);
    }

    /** Those whose time is over, answered or not. */
    @Transactional
    public int pairings(Instant before, int most) {
        return each(
                "DELETE FROM x3_pairing WHERE state_sha256 = ?",
                "SELECT state_sha256 FROM x3_pairing WHERE ends_at < :before ORDER BY ends_at LIMIT :most",
                before,
                most);
    }

    /** Those that nobody has waited for since, as of a store that is set up no more; there are two a store at the most. */
    @Transactional
    public int connections(Instant before, int most) {
        return jdbc.sql("DELETE FROM connection_trouble WHERE wait_until < :before")
                .param("before", utc(before))
                .update();
    }

    /** @param keys what selects the primary keys of the rows to change */
    private int each(String change, String keys, Instant before, int most) {
        return change(change, keys(keys, before, most));
    }

    /** Likewise, with the time as the change's first parameter. */
    private int empty(String change, String keys, Instant before, int most) {
        OffsetDateTime now = utc(clock.now());
        return change(
                change,
                keys(keys, before, most).stream()
                        .map(key -> Stream.concat(Stream.of(now), Arrays.stream(key))
                                .toArray())
                        .toList());
    }

    private List<Object[]> keys(String keys, Instant before, int most) {
        return jdbc.sql(keys)
                .param("before", utc(before))
                .param("most", most)
                .query(OldRows::key)
                .list();
    }

    private int change(String change, List<Object[]> rows) {
        return Arrays.stream(batches.batchUpdate(change, rows)).sum();
    }

    private static Object[] key(ResultSet row, int index) throws SQLException {
        Object[] key = new Object[row.getMetaData().getColumnCount()];
        for (int column = 0; column < key.length; column++) {
            key[column] = row.getObject(column + 1);
        }
        return key;
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
