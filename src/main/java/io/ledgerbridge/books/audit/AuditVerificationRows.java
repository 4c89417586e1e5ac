package io.ledgerbridge.books.audit;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerbridge.books.audit.check.Finding;
import io.ledgerbridge.books.audit.check.Findings;
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
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The row of {@code audit_verification}: one run at a time, over all processes. */
@Repository
class AuditVerificationRows {

    /** A run without progress for so long is one whose process is gone. */
    private static final Duration GONE_AFTER = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final DatabaseClock clock;
    private final JsonColumn<List<Finding>> found;

    AuditVerificationRows(JdbcClient jdbc, ObjectMapper json, DatabaseClock clock) {
        this.jdbc = jdbc;
        this.found = new JsonColumn<>(json, new TypeReference<>() {}, "what a verification found");
        this.clock = clock;
    }

    /** Takes the next run; nothing where one is under way. */
    @Transactional
    public OptionalLong begin() {
        int taken = jdbc.sql("""
                        UPDATE audit_verification
                           SET run = run + 1, state = 'running', checked = 0, broken_store = NULL, broken_order = NULL,
                               broken_link = NULL, found = NULL, found_count = 0, at = :now
                         WHERE name = 'all' AND (state <> 'running' OR at <= :gone)""")
                .param("now", now())
                .param("gone", now().minus(GONE_AFTER))
                .update();
        return taken == 1 || first() == 1 ? OptionalLong.of(run()) : OptionalLong.empty();
    }

    /** Notes how far a run has come; false where another has begun since. */
    @Transactional
    public boolean note(long run, String state, Findings findings) {
        Finding broken = findings.count() == 0 ? null : findings.first().get(0);
        return jdbc.sql("""
                        UPDATE audit_verification
                           SET state = :state, checked = :checked, broken_store = :store, broken_order = :order,
                               broken_link = :link, found = :found, found_count = :count, at = :now
                         WHERE name = 'all' AND run = :run""")
                        .param("state", state)
                        .param("checked", findings.checked())
                        .param("store", broken == null ? null : broken.store())
                        .param("order", broken == null ? null : broken.order())
                        .param("link", broken == null ? null : broken.link() == null ? 0 : broken.link())
                        .param("found", broken == null ? null : found.write(findings.first()))
                        .param("count", findings.count())
                        .param("now", now())
                        .param("run", run)
                        .update()
                == 1;
    }

    /** The last run; nothing where there was none. */
    @Transactional(readOnly = true)
    public Optional<AuditVerified> last() {
        return jdbc.sql("SELECT * FROM audit_verification WHERE name = 'all'")
                .query((row, index) -> verified(row))
                .optional();
    }

    private int first() {
        return jdbc.sql("""
                        INSERT INTO audit_verification (name, run, state, checked, at) VALUES ('all', 1, 'running', 0, :now)
                        ON CONFLICT DO NOTHING""").param("now", now()).update();
    }

    private long run() {
        return jdbc.sql("SELECT run FROM audit_verification WHERE name = 'all'")
                .query(Long.class)
                .single();
    }

    private AuditVerified verified(ResultSet row) throws SQLException {
        String first = row.getString("found");
        return AuditVerified.of(
                row.getString("state"),
                row.getLong("checked"),
                broken(row),
                row.getTimestamp("at").toInstant(),
                row.getLong("found_count"),
                first == null ? List.of() : found.read(first));
    }

    private static @Nullable AuditPosition broken(ResultSet row) throws SQLException {
        String store = row.getString("broken_store");
        return store == null ? null : new AuditPosition(store, row.getLong("broken_order"), row.getInt("broken_link"));
    }

    private OffsetDateTime now() {
        return clock.now().atOffset(ZoneOffset.UTC);
    }
}
