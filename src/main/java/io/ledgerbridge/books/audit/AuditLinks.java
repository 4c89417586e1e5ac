package io.ledgerbridge.books.audit;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code audit}: they are added and never changed. */
@Repository
public class AuditLinks {

    /** No store's key: its order 0 has the program's own chain. */
    public static final String EVERY_STORE = "*";

    private static final String INSERT = """
            INSERT INTO audit (store, order_id, link, at, step, reference, detail, previous_hash, hash, key_id, keyed_hash)
            VALUES (:store, :order, :link, :at, :step, :reference, :detail, :previous, :hash, :keyId, :keyed)""";

    private final JdbcClient jdbc;

    public AuditLinks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a link, and moves its chain's head to it, in one statement to the database. */
    void insert(String store, long order, AuditEnd before, AuditLink link, AuditHead head) {
        Map<String, Object> values = AuditHeads.values(store, order, head);
        KeyedHash keyed = Objects.requireNonNull(link.keyed());
        values.put("at", link.at().atOffset(ZoneOffset.UTC));
        values.put("step", link.step());
        values.put("reference", link.reference());
        values.put("detail", link.detail());
        values.put("previous", link.previousHash());
        values.put("keyId", keyed.keyId());
        values.put("keyed", keyed.hash());
        String move = before.last() == null ? AuditHeads.BEGIN : AuditHeads.MOVE;
        jdbc.sql(INSERT + ";\n" + move).params(values).update();
    }

    /** Where an order's chain ends. */
    AuditEnd end(String store, long order) {
        return jdbc.sql("""
                        SELECT a.*, h.link AS head_link, h.hash AS head_hash, h.old_links
                          FROM audit a LEFT JOIN audit_head h ON h.store = a.store AND h.order_id = a.order_id
                         WHERE a.store = :store AND a.order_id = :order ORDER BY a.link DESC LIMIT 1""")
                .param("store", store)
                .param("order", order)
                .query(AuditEnd::of)
                .optional()
                .orElse(AuditEnd.OF_NO_CHAIN);
    }

    /** Gives a chain of before there were heads its own, as long as no anchor is made. */
    void adopt(String store, long order, AuditHead head) {
        if (!hasAnchors()) {
            AuditHeads.adopt(jdbc, store, order, head);
        }
    }

    /** Whether an anchor was ever made, which the program's own chain tells of: since the first, every chain has a head. */
    public boolean hasAnchors() {
        return jdbc.sql("""
                                SELECT (SELECT count(*) FROM audit_anchor WHERE number = 1)
                                     + (SELECT count(*) FROM audit WHERE store = :store AND order_id = 0 AND link = 1)
                                     + (SELECT count(*) FROM audit_head WHERE store = :store AND order_id = 0)""").param("store", EVERY_STORE).query(Long.class).single() > 0;
    }

    /** The newest link of one order's chain; empty where it has none. */
    public Optional<AuditLink> newest(String store, long order) {
        return jdbc.sql("SELECT * FROM audit WHERE store = :store AND order_id = :order ORDER BY link DESC LIMIT 1")
                .param("store", store)
                .param("order", order)
                .query(AuditLink::of)
                .optional();
    }

    /** The newest links of one order's chain that are of a step, in their order. */
    public List<AuditLink> newest(String store, long order, String step, int most) {
        return jdbc.sql("""
                        SELECT * FROM (SELECT * FROM audit WHERE store = :store AND order_id = :order AND step = :step
                                        ORDER BY link DESC LIMIT :most) AS newest
                         ORDER BY link""")
                .param("store", store)
                .param("order", order)
                .param("step", step)
                .param("most", most)
                .query(AuditLink::of)
                .list();
    }

    /** Whether one order's chain has a link of this step. */
    public boolean has(String store, long order, String step) {
        return jdbc.sql("SELECT count(*) FROM audit WHERE store = :store AND order_id = :order AND step = :step")
                        .param("store", store)
                        .param("order", order)
                        .param("step", step)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /**
     * The next links of one order's chain.
     *
     * @param after the number of the last before them, 0 for the first
     */
    public List<AuditLink> of(String store, long order, int after, int most) {
        return jdbc.sql("""
                        SELECT * FROM audit WHERE store = :store AND order_id = :order AND link > :after
                        ORDER BY link LIMIT :most""")
                .param("store", store)
                .param("order", order)
                .param("after", after)
                .param("most", most)
                .query(AuditLink::of)
                .list();
    }
}
