package io.ledgerbridge.readings;

import io.ledgerbridge.database.DatabaseClock;
import io.ledgerbridge.database.RunRow;
import io.ledgerbridge.database.RunState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The row of {@code recomputation}, one run at a time, over all processes; and what that found. */
@Repository
class RecomputationRows {

    private static final Map<String, @Nullable Object> START = Map.of("not_kept", 0L, "different", 0L);

    private final JdbcClient jdbc;
    private final RunRow row;

    RecomputationRows(JdbcClient jdbc, DatabaseClock clock) {
        this.jdbc = jdbc;
        this.row = new RunRow(jdbc, clock, "recomputation");
    }

    /** An order that has journals. */
    record OrderOfBooks(String store, long order) {

        static final OrderOfBooks BEFORE_ALL = new OrderOfBooks("", 0);
    }

    /** Takes the next run; nothing where one is under way. */
    @Transactional
    public OptionalLong begin() {
        OptionalLong run = row.begin(START);
        if (run.isPresent()) {
            jdbc.sql("DELETE FROM recomputation_found").update();
        }
        return run;
    }

    /**
     * Notes how far a run has come, and what it found since it last did.
     *
     * @return false where another has begun since
     */
    @Transactional
    public boolean note(long run, RunState state, RecomputationStatus status, List<RecomputedJournal> different) {
        Map<String, @Nullable Object> columns = Map.of("not_kept", status.notKept(), "different", status.different());
        boolean noted = row.note(run, state, status.checked(), columns);
        if (noted) {
            insert(status.different() - different.size(), different);
        }
        return noted;
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
                .query((found, index) -> new RecomputationStatus.Found(
                        found.getString("store"),
                        found.getLong("order_id"),
                        found.getString("reference"),
                        found.getObject("generation", Integer.class),
                        found.getString("words")))
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
                .query((next, index) -> new OrderOfBooks(next.getString("store"), next.getLong("order_id")))
                .list();
    }

    private RecomputationStatus status(ResultSet columns, int index) throws SQLException {
        return new RecomputationStatus(
                columns.getLong("checked"),
                columns.getLong("not_kept"),
                columns.getLong("different"),
                row.state(columns).label(),
                columns.getTimestamp("at").toInstant());
    }
}
