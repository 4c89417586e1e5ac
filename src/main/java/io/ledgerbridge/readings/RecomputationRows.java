package io.ledgerbridge.readings;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerbridge.database.DatabaseClock;
import io.ledgerbridge.database.JsonColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The row of {@code recomputation}: one run at a time, over all processes. */
@Repository
class RecomputationRows {

    /** A run without progress for so long is one whose process is gone. */
    private static final Duration GONE_AFTER = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final DatabaseClock clock;
    private final JsonColumn<List<RecomputationStatus.Found>> found;

    RecomputationRows(JdbcClient jdbc, DatabaseClock clock, ObjectMapper json) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.found = new JsonColumn<>(json, new TypeReference<>() {}, "what a recomputation found");
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
                           SET run = run + 1, state = 'running', checked = 0, not_kept = 0, different = 0, found = '[]', at = :now
                         WHERE name = 'all' AND (state <> 'running' OR at <= :gone)""")
                .param("now", now())
                .param("gone", now().minus(GONE_AFTER))
                .update();
        return taken == 1 || first() == 1 ? OptionalLong.of(run()) : OptionalLong.empty();
    }

    /** Notes how far a run has come; false where another has begun since. */
    @Transactional
    public boolean note(long run, String state, RecomputationStatus status) {
        return jdbc.sql("""
                        UPDATE recomputation
                           SET state = :state, checked = :checked, not_kept = :notKept, different = :different, found = :found,
                               at = :now
                         WHERE name = 'all' AND run = :run""")
                        .param("state", state)
                        .param("checked", status.checked())
                        .param("notKept", status.notKept())
                        .param("different", status.different())
                        .param("found", found.write(status.found()))
                        .param("now", now())
                        .param("run", run)
                        .update()
                == 1;
    }

    /** The last run; nothing where there was none. */
    @Transactional(readOnly = true)
    public Optional<RecomputationStatus> last() {
        return jdbc.sql("SELECT * FROM recomputation WHERE name = 'all'")
                .query(this::status)
                .optional();
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
                        INSERT INTO recomputation (name, run, state, checked, not_kept, different, found, at)
                        VALUES ('all', 1, 'running', 0, 0, 0, '[]', :now)
                        ON CONFLICT DO NOTHING""").param("now", now()).update();
    }

    private long run() {
        return jdbc.sql("SELECT run FROM recomputation WHERE name = 'all'")
                .query(Long.class)
                .single();
    }

    private RecomputationStatus status(ResultSet row, int index) throws SQLException {
        return new RecomputationStatus(
                row.getLong("checked"),
                row.getLong("not_kept"),
                row.getLong("different"),
                found.read(row.getString("found")),
                row.getString("state"),
                row.getTimestamp("at").toInstant());
    }

    private OffsetDateTime now() {
        return clock.now().atOffset(ZoneOffset.UTC);
    }
}
