package io.ledgerbridge.books.audit;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerbridge.books.audit.check.Finding;
import io.ledgerbridge.books.audit.check.Findings;
import io.ledgerbridge.database.DatabaseClock;
import io.ledgerbridge.database.JsonColumn;
import io.ledgerbridge.database.RunRow;
import io.ledgerbridge.database.RunState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The row of {@code audit_verification}: one run at a time, over all processes. */
@Repository
class AuditVerificationRows {

    private final JdbcClient jdbc;
    private final RunRow row;
    private final JsonColumn<List<Finding>> found;

    AuditVerificationRows(JdbcClient jdbc, ObjectMapper json, DatabaseClock clock) {
        this.jdbc = jdbc;
        this.found = new JsonColumn<>(json, new TypeReference<>() {}, "what a verification found");
        this.row = new RunRow(jdbc, clock, "audit_verification");
    }

    /** Takes the next run; nothing where one is under way. */
    @Transactional
    public OptionalLong begin() {
        return row.begin(columns(new Findings()));
    }

    /** Notes how far a run has come; false where another has begun since. */
    @Transactional
    public boolean note(long run, RunState state, Findings findings) {
        return row.note(run, state, findings.checked(), columns(findings));
    }

    private Map<String, @Nullable Object> columns(Findings findings) {
        Finding broken = findings.count() == 0 ? null : findings.first().get(0);
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        columns.put("broken_store", broken == null ? null : broken.store());
        columns.put("broken_order", broken == null ? null : broken.order());
        columns.put("broken_link", broken == null ? null : broken.link() == null ? 0 : broken.link());
        columns.put("found", broken == null ? null : found.write(findings.first()));
        columns.put("found_count", findings.count());
        return columns;
    }

    /** The last run; nothing where there was none. */
    @Transactional(readOnly = true)
    public Optional<AuditVerified> last() {
        return jdbc.sql("SELECT * FROM audit_verification WHERE name = 'all'")
                .query((columns, index) -> verified(columns))
                .optional();
    }

    private AuditVerified verified(ResultSet columns) throws SQLException {
        String first = columns.getString("found");
        return AuditVerified.of(
                row.state(columns),
                columns.getLong("checked"),
                broken(columns),
                columns.getTimestamp("at").toInstant(),
                columns.getLong("found_count"),
                first == null ? List.of() : found.read(first));
    }

    private static @Nullable AuditPosition broken(ResultSet columns) throws SQLException {
        String store = columns.getString("broken_store");
        return store == null
                ? null
                : new AuditPosition(store, columns.getLong("broken_order"), columns.getInt("broken_link"));
    }
}
