package io.ledgerbridge.retention;

import io.ledgerbridge.database.DatabaseClock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
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

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final OldRuns backfills;
    private final OldRuns shadows;
    private final OldBodies bodies;

    OldRows(JdbcClient jdbc, JdbcTemplate batches, DatabaseClock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.backfills = new OldRuns(jdbc, batches, OldRuns.BACKFILLS);
        this.shadows = new OldRuns(jdbc, batches, OldRuns.SHADOWS);
        this.bodies = new OldBodies(jdbc, batches, clock);
    }

    @Transactional
    public int deliveries(Instant before, int most) {
        return each(
                "DELETE FROM delivery WHERE processor_name = 'webhooks' AND message_id = ?", DELIVERIES, before, most);
    }

    /** The bodies and headers alone; those that no work has settled stay, and so do those of unreadable events. */
    @Transactional
    public int bodies(Instant before, int most) {
        return bodies.ofEvents(utc(before), most);
    }

    /** Their bodies alone. */
    @Transactional
    public int readings(Instant before, int most) {
        return bodies.ofReadings(utc(before), most);
    }

    /** Of the oldest backfill that is finished: its orders, and itself when there are none left. */
    @Transactional
    public int backfills(Instant before, int most) {
        return backfills.remove(utc(before), most);
    }

    /** Of the oldest shadow run that comes no further: its orders, and itself when there are none left. */
    @Transactional
    public int shadows(Instant before, int most) {
        return shadows.remove(utc(before), most);
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
        List<Object[]> old = jdbc.sql(keys)
                .param("before", utc(before))
                .param("most", most)
                .query((row, index) -> new Object[] {row.getObject(1)})
                .list();
        return Arrays.stream(batches.batchUpdate(change, old)).sum();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
