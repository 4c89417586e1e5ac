package io.ledgerbridge.retention;

import io.ledgerbridge.database.DatabaseClock;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Empties what is old of rows that stay, with their hashes and when they were emptied. */
record OldBodies(JdbcClient jdbc, JdbcTemplate batches, DatabaseClock clock) {

    /** The events of which nobody needs more than what the row says: a work that read them has come to an end. */
    static final String EVENTS = """
            SELECT e.id FROM event e
             WHERE e.whole = TRUE AND e.received_at < :before AND (e.disposition IN ('ignored', 'dismissed') OR EXISTS (
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

    int ofEvents(OffsetDateTime before, int most) {
        return empty(
                "UPDATE event SET body = NULL, headers = NULL, whole = FALSE, emptied_at = ? WHERE id = ?",
                EVENTS,
                before,
                most);
    }

    /** A journal says by the hash which reading it was planned from. */
    int ofReadings(OffsetDateTime before, int most) {
        return empty("""
                UPDATE reading SET body = NULL, whole = FALSE, emptied_at = ?
                 WHERE store = ? AND order_id = ? AND sha256 = ?""", READINGS, before, most);
    }

    /** @param change with the time as its first parameter, and then the primary key */
    private int empty(String change, String keys, OffsetDateTime before, int most) {
        OffsetDateTime now = clock.now().atOffset(ZoneOffset.UTC);
        List<Object[]> old = jdbc.sql(keys)
                .param("before", before)
                .param("most", most)
                .query((row, index) ->
                        Stream.concat(Stream.of(now), key(row).stream()).toArray())
                .list();
        return Arrays.stream(batches.batchUpdate(change, old)).sum();
    }

    private static List<Object> key(ResultSet row) throws SQLException {
        Object[] key = new Object[row.getMetaData().getColumnCount()];
        for (int column = 0; column < key.length; column++) {
            key[column] = row.getObject(column + 1);
        }
        return List.of(key);
    }
}
