package io.ledgerbridge.readings;

import io.ledgerbridge.database.DatabaseClock;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The row of {@code recomputation}, one run at a time, over all processes; and what that found. */
@Repository
class RecomputationRows {

    /** A run without progress for so long is one whose process is gone. */
    private static final Duration GONE_AFTER = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final DatabaseClock clock;

    RecomputationRows(JdbcClient jdbc, DatabaseClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** An order that has journals. */
    record OrderOfBooks(String store, long order) {

        static final OrderOfBooks BEFORE_ALL = new OrderOfBooks("", 0);
    }

    /** Takes the next run; nothing where one is under way. */
    @Transactional
    public OptionalLong begin() {
        int taken = jdbc.sql("""
                        UPDATE recomputation
                           SET run = run + 1, state = 'running', checked = 0, not_kept = 0, different = 0, at = :now
                         WHERE name = 'all' AND (state <> 'running' OR at <= :gone)""")
                .param("now", now())
                .param("gone", now().minus(GONE_AFTER))
                .update();
        if (taken == 0 && first() == 0) {
            return OptionalLong.empty();
        }
        jdbc.sql("DELETE FROM recomputation_found").update();
        return OptionalLong.of(run());
    }

    /**
     * Notes how far a run has come, and what it found since it last did.
     *
     * @return false where another has begun since
     */
    @Transactional
    public boolean note(long run, String state, RecomputationStatus status, List<RecomputedJournal> different) {
        int noted = jdbc.sql("""
                        UPDATE recomputation
                           SET state = :state, checked = :checked, not_kept = :notKept, different = :different, at = :now
                         WHERE name = 'all' AND run = :run""")
                .param("state", state)
                .param("checked", status.checked())
                .param("notKept", status.notKept())
                .param("different", status.different())
                .param("now", now())
                .param("run", run)
                .update();
        if (noted == 1) {
            insert(status.different() - different.size(), different);
        }
        return noted == 1;
    }

    private void insert(long before, List<RecomputedJournal> different) {
        long number = before;
        for (RecomputedJournal journal : different) {
            jdbc.sql("""
                            INSERT INTO recomputation_found (number, store, order_id, reference, generation, words)
                            VALUES (:number, :store, :order, :reference, :generation, :words)""")
                    .param("number", ++number)
                    .param("store", journal.store())
                    .param("order", journal.order())
                    .param("reference", journal.reference())
                    .param("generation", journal.generation())
                    .param("words", journal.recomputed().words())
                    .update();
        }
    }

    /** The last run; nothing where there was none. One whose process is gone has failed. */
    @Transactional(readOnly = true)
    public Optional<RecomputationStatus> last() {
        return jdbc.sql("SELECT * FROM recomputation WHERE name = 'all'")
                .query(this::status)
                .optional();
    }

    /** What the last run found, a page of it. */
    @Transactional(readOnly = true)
    public List<RecomputationStatus.Found> found(int page, int size) {
        return jdbc.sql("SELECT * FROM recomputation_found WHERE number > :after ORDER BY number LIMIT :size")
                .param("after", (long) page * size)
                .param("size", size)
                .query((row, index) -> new RecomputationStatus.Found(
                        row.getString("store"),
                        row.getLong("order_id"),
                        row.getString("reference"),
                        row.getObject("generation", Integer.class),
                        row.getString("words")))
                .list();
    }

    /** The next orders of the books, by store and number. */
    @Transactional(readOnly = true)
    public List<OrderOfBooks> after(OrderOfBooks last, int most) {
        // the first two conditions are for H2, which finds no place in an index by a comparison of rows
        return jdbc.sql("""
                        SELECT DISTINCT store, order_id FROM journal
                         WHERE store >= :store AND (store > :store OR order_id >= :order)
                           AND (store, order_id) > (:store, :order)
                         ORDER BY store, order_id LIMIT :most""")
                .param("store", last.store())
                .param("order", last.order())
                .param("most", most)
                .query((row, index) -> new OrderOfBooks(row.getString("store"), row.getLong("order_id")))
                .list();
    }

    private int first() {
        return jdbc.sql("""
                        INSERT INTO recomputation (name, run, state, checked, not_kept, different, at)
                        VALUES ('all', 1, 'running', 0, 0, 0, :now)
                        ON CONFLICT DO NOTHING""").param("now", now()).update();
    }

    private long run() {
        return jdbc.sql("SELECT run FROM recomputation WHERE name = 'all'")
                .query(Long.class)
                .single();
    }

    private RecomputationStatus status(ResultSet row, int index) throws SQLException {
        Instant at = row.getTimestamp("at").toInstant();
        boolean isGone = row.getString("state").equals(RecomputationStatus.RUNNING)
                && at.isBefore(clock.now().minus(GONE_AFTER));
        return new RecomputationStatus(
                row.getLong("checked"),
                row.getLong("not_kept"),
                row.getLong("different"),
                isGone ? RecomputationStatus.FAILED : row.getString("state"),
                at);
    }

    private OffsetDateTime now() {
        return clock.now().atOffset(ZoneOffset.UTC);
    }
}
