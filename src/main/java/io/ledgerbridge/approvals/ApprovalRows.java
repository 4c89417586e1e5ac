package io.ledgerbridge.approvals;

import io.ledgerbridge.approvals.Approval.Kind;
import io.ledgerbridge.approvals.Approval.State;
import io.ledgerbridge.database.DatabaseClock;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** The rows of {@code approval}. */
@Repository
class ApprovalRows {

    private final JdbcClient jdbc;
    private final DatabaseClock clock;

    ApprovalRows(JdbcClient jdbc, DatabaseClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    long insert(Kind kind, String store, long order, Request request, String by) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                        INSERT INTO approval (kind, store, order_id, request, asked_by, asked_at, state)
                        VALUES (:kind, :store, :order, :request, :by, :at, :state)""")
                .param("kind", kind.label())
                .param("store", store)
                .param("order", order)
                .param("request", RequestText.of(request))
                .param("by", by)
                .param("at", clock.now().atOffset(ZoneOffset.UTC))
                .param("state", State.WAITING.label())
                .update(key, "id");
        return key.getKeyAs(Long.class);
    }

    Optional<Approval> find(long id) {
        return jdbc.sql("SELECT * FROM approval WHERE id = :id")
                .param("id", id)
                .query(ApprovalRows::approval)
                .optional();
    }

    List<Approval> waiting(String store, long order) {
        return jdbc.sql("""
                        SELECT * FROM approval
                        WHERE store = :store AND order_id = :order AND state = 'waiting' ORDER BY id""")
                .param("store", store)
                .param("order", order)
                .query(ApprovalRows::approval)
                .list();
    }

    /** The newest first. */
    List<Approval> page(State state, @Nullable String store, int page, int size) {
        return jdbc.sql("SELECT *" + which(store) + " ORDER BY id DESC LIMIT :size OFFSET :from")
                .params(values(state, store))
                .param("size", size)
                .param("from", (long) page * size)
                .query(ApprovalRows::approval)
                .list();
    }

    long count(State state, @Nullable String store) {
        return jdbc.sql("SELECT count(*)" + which(store))
                .params(values(state, store))
                .query(Long.class)
                .single();
    }

    private static String which(@Nullable String store) {
        return " FROM approval WHERE state = :state" + (store == null ? "" : " AND store = :store");
    }

    private static Map<String, String> values(State state, @Nullable String store) {
        return store == null ? Map.of("state", state.label()) : Map.of("state", state.label(), "store", store);
    }

    /** Decides; false where it is decided already. */
    boolean decide(long id, State state, String by, @Nullable String why) {
        return jdbc.sql("""
                                UPDATE approval SET state = :state, decided_by = :by, decided_at = :at, why = :why
                                WHERE id = :id AND state = 'waiting'""")
                        .param("id", id)
                        .param("state", state.label())
                        .param("by", by)
                        .param("at", clock.now().atOffset(ZoneOffset.UTC))
                        .param("why", why)
                        .update()
                > 0;
    }

    private static Approval approval(ResultSet row, int index) throws SQLException {
        Kind kind = Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT).replace('-', '_'));
        OffsetDateTime decidedAt = row.getObject("decided_at", OffsetDateTime.class);
        return new Approval(
                row.getLong("id"),
                kind,
                row.getString("store"),
                row.getLong("order_id"),
                RequestText.read(kind, row.getString("request")),
                row.getString("asked_by"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("decided_by"),
                decidedAt == null ? null : decidedAt.toInstant(),
                row.getString("why"));
    }
}
