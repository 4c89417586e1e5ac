package io.ledgerbridge.books.audit;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The rows of {@code audit}: they are added and never changed. */
@Repository
public class AuditLinks {

    private final JdbcClient jdbc;

    public AuditLinks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(String store, long order, AuditLink link) {
        jdbc.sql("""
                        INSERT INTO audit (store, order_id, link, at, step, reference, detail, previous_hash, hash)
                        VALUES (:store, :order, :link, :at, :step, :reference, :detail, :previous, :hash)""")
                .param("store", store)
                .param("order", order)
                .param("link", link.link())
                .param("at", link.at().atOffset(ZoneOffset.UTC))
                .param("step", link.step())
                .param("reference", link.reference())
                .param("detail", link.detail())
                .param("previous", link.previousHash())
                .param("hash", link.hash())
                .update();
    }

    /** The newest link of one order's chain; empty where it has none. */
    public Optional<AuditLink> newest(String store, long order) {
        return jdbc.sql("SELECT * FROM audit WHERE store = :store AND order_id = :order ORDER BY link DESC LIMIT 1")
                .param("store", store)
                .param("order", order)
                .query(AuditLink::of)
                .optional();
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

    /** The next links of all chains, by store, order and number; null before the first. */
    @Transactional(readOnly = true)
    public List<AuditLinkAt> after(@Nullable AuditPosition last, int most) {
        // the first two conditions are for H2, which finds no place in an index by a comparison of rows
        return jdbc.sql("""
                        SELECT * FROM audit
                         WHERE store >= :store AND (store > :store OR order_id >= :order)
                           AND (store, order_id, link) > (:store, :order, :link)
                         ORDER BY store, order_id, link LIMIT :most""")
                .param("store", last == null ? "" : last.store())
                .param("order", last == null ? 0 : last.order())
                .param("link", last == null ? 0 : last.link())
                .param("most", most)
                .query(AuditLinkAt::of)
                .list();
    }
}
