package io.ledgerbridge.queue;

import com.fasterxml.jackson.core.type.TypeReference;
import io.ledgerbridge.database.DatabaseClock;
import io.ledgerbridge.database.JsonColumn;
import io.ledgerbridge.database.Sha256;
import io.ledgerbridge.faults.Fence;
import io.ledgerbridge.logging.Words;
import io.ledgerbridge.posting.SetAside;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people have set aside, until it is undone. */
@Component
public class SetAsides {

    static final JsonColumn<SetAside.Kept> KEPT =
            new JsonColumn<>(KeptJson.mapper(), new TypeReference<>() {}, "what an order held when it was set aside");

    private static final String ROW = " WHERE store = :store AND order_id = :order AND refund_id = :refund";

    private final JdbcClient jdbc;
    private final DatabaseClock clock;

    SetAsides(JdbcClient jdbc, DatabaseClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A person's decision.
     *
     * @param refund 0 for the order as a whole
     * @param kind by-hand or no-entry
     * @param x3Number of the entry that was made by hand
     * @param at when it was decided, by which it is told from one that replaces it; null of one that isn't kept yet
     */
    public record Decision(
            long refund,
            String kind,
            @Nullable String x3Number,
            String why,
            String by,
            @Nullable Instant at) {

        /** One that is to be kept. */
        public Decision(long refund, String kind, @Nullable String x3Number, String why, String by) {
            this(refund, kind, x3Number, why, by, null);
        }

        /** The same, with what people said as it is kept. */
        public Decision kept(Words words) {
            return new Decision(refund, kind, words.keptOrNull(x3Number), words.kept(why), by);
        }
    }

    /** The SHA-256 of what is kept, and whether it is other than before. */
    record KeptNow(String sha256, boolean isNew) {}

    /** All that is set aside of an order, as the planner needs it. */
    @Transactional(readOnly = true)
    public List<SetAside> of(String store, long order) {
        return all(store, order, (row, index) -> {
            String kept = row.getString("kept");
            return new SetAside(
                    row.getLong("refund_id"), kept == null ? null : KEPT.read(kept), row.getBoolean("difference"));
        });
    }

    /** Likewise, as people decided it. */
    @Transactional(readOnly = true)
    public List<Decision> decisions(String store, long order) {
        return all(store, order, SetAsides::decision);
    }

    /** Of some orders of a store those that are set aside as a whole, by their numbers. */
    @Transactional(readOnly = true)
    public Map<Long, Decision> decisions(String store, Collection<Long> orders) {
        Map<Long, Decision> decisions = new HashMap<>();
        jdbc.sql("SELECT * FROM set_aside WHERE store = :store AND order_id IN (:orders) AND refund_id = :refund")
                .param("store", store)
                .param("orders", orders)
                .param("refund", SetAside.ORDER)
                .query(row -> {
                    decisions.put(row.getLong("order_id"), decision(row, 0));
                });
        return decisions;
    }

    private <T> List<T> all(String store, long order, RowMapper<T> mapper) {
        return jdbc.sql("SELECT * FROM set_aside WHERE store = :store AND order_id = :order ORDER BY refund_id")
                .param("store", store)
                .param("order", order)
                .query(mapper)
                .list();
    }

    /** Whether the order as a whole is. */
    boolean isSetAside(String store, long order) {
        return of(store, order).stream().anyMatch(one -> one.refund() == SetAside.ORDER);
    }

    /** Sets aside from now on; what was decided before is decided anew. */
    @Transactional
    public void put(String store, long order, Decision decision) {
        undo(store, order, decision.refund());
        Map<String, Object> values = key(store, order, decision.refund());
        values.put("kind", decision.kind());
        values.put("number", decision.x3Number());
        values.put("why", decision.why());
        values.put("by", decision.by());
        values.put("at", clock.now().atOffset(ZoneOffset.UTC));
        jdbc.sql("""
                        INSERT INTO set_aside (store, order_id, refund_id, kind, x3_number, why, set_by, set_at)
                        VALUES (:store, :order, :refund, :kind, :number, :why, :by, :at)""").params(values).update();
    }

    /**
     * Forgets what was decided.
     *
     * @return false where it was not set aside
     */
    @Transactional
    public boolean undo(String store, long order, long refund) {
        return jdbc.sql("DELETE FROM set_aside" + ROW)
                        .params(key(store, order, refund))
                        .update()
                > 0;
    }

    /**
     * Has the order's next plan post what changed since.
     *
     * @return false where the order isn't set aside
     */
    @Transactional
    public boolean askDifference(String store, long order) {
        return jdbc.sql("UPDATE set_aside SET difference = TRUE" + ROW)
                        .params(key(store, order, SetAside.ORDER))
                        .update()
                > 0;
    }

    /**
     * Keeps how the order stands, or one refund of it, in the transaction that writes its plan.
     *
     * @param refund 0 for the order as a whole
     * @return what is kept now, and whether that is new
     */
    @Transactional
    KeptNow keep(Fence fence, long refund, SetAside.Kept kept) {
        String text = KEPT.write(kept);
        Map<String, Object> values = key(fence.store(), fence.order(), refund);
        values.put("kept", text);
        int changed = jdbc.sql("UPDATE set_aside SET kept = :kept" + ROW + " AND kept IS DISTINCT FROM :kept")
                .params(values)
                .update();
        return new KeptNow(Sha256.of(text), changed > 0);
    }

    /** What a person asked to be posted is, or can't be. */
    @Transactional
    public void forgetDifference(Fence fence) {
        jdbc.sql("UPDATE set_aside SET difference = FALSE" + ROW + " AND difference")
                .params(key(fence.store(), fence.order(), SetAside.ORDER))
                .update();
    }

    private static Map<String, Object> key(String store, long order, long refund) {
        Map<String, Object> key = new HashMap<>();
        key.put("store", store);
        key.put("order", order);
        key.put("refund", refund);
        return key;
    }

    private static Decision decision(ResultSet row, int index) throws SQLException {
        return new Decision(
                row.getLong("refund_id"),
                row.getString("kind"),
                row.getString("x3_number"),
                row.getString("why"),
                row.getString("set_by"),
                row.getObject("set_at", OffsetDateTime.class).toInstant());
    }
}
