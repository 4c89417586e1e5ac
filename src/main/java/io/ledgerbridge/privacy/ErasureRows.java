package io.ledgerbridge.privacy;

import io.ledgerbridge.database.DatabaseClock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The rows of {@code erasure}: the orders of which data was asked to be erased. */
@Repository
class ErasureRows {

    private static final String ORDER = " WHERE store = :store AND order_id = :order";

    private final JdbcClient jdbc;
    private final DatabaseClock clock;

    ErasureRows(JdbcClient jdbc, DatabaseClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** From now on the order is to be erased, be it again. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void ask(String store, long order, String by) {
        if (ask("UPDATE erasure SET due = TRUE, asked_by = :by, asked_at = :now" + ORDER, store, order, by) == 0) {
            ask("""
                    INSERT INTO erasure (store, order_id, asked_by, asked_at, due) VALUES (:store, :order, :by, :now, TRUE)
                    ON CONFLICT DO NOTHING""", store, order, by);
        }
    }

    private int ask(String sql, String store, long order, String by) {
        return jdbc.sql(sql)
                .param("store", store)
                .param("order", order)
                .param("by", by)
                .param("now", utc(clock.now()))
                .update();
    }

    /**
     * The next orders that are to be erased, by store and number.
     *
     * @param after the last before them; null for the first
     */
    @Transactional(readOnly = true)
    public List<Due> due(@Nullable Due after, int most) {
        // the first condition of the second line is for H2, which finds no place in an index by a comparison of rows
        return jdbc.sql("""
                        SELECT store, order_id FROM erasure
                         WHERE due = TRUE AND store >= :store AND (store, order_id) > (:store, :order)
                         ORDER BY due, store, order_id LIMIT :most""")
                .param("store", after == null ? "" : after.store())
                .param("order", after == null ? 0 : after.order())
                .param("most", most)
                .query((row, index) -> new Due(row.getString("store"), row.getLong("order_id")))
                .list();
    }

    /** Who asked for it, where it is still to be done; the row stays locked until the running transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Asked> lock(Due order) {
        return jdbc.sql("SELECT asked_by, asked_at FROM erasure" + ORDER + " AND due = TRUE FOR UPDATE")
                .param("store", order.store())
                .param("order", order.order())
                .query(Asked::of)
                .optional();
    }

    /**
     * An order is erased.
     *
     * @param upTo the newest link of the order's chain
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void done(Due order, int upTo) {
        jdbc.sql("UPDATE erasure SET due = FALSE, erased_at = :now, up_to = :upTo" + ORDER)
                .param("now", utc(clock.now()))
                .param("upTo", upTo)
                .param("store", order.store())
                .param("order", order.order())
                .update();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
