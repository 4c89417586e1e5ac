package io.ledgerbridge.books.audit;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How the rows of {@code audit_head} are written, beside the links that they are at. */
final class AuditHeads {

    /** A chain's first one; one that is there without its chain stays, and tells of it. */
    static final String BEGIN = """
            INSERT INTO audit_head (store, order_id, link, hash, old_links, key_id, keyed_hash, anchored)
            VALUES (:store, :order, :link, :hash, :oldLinks, :headKey, :headKeyed, FALSE) ON CONFLICT DO NOTHING""";

    /** Only from the link before: a head that isn't there stays where it is, and tells of it. */
    static final String MOVE = """
            UPDATE audit_head SET link = :link, hash = :hash, key_id = :headKey, keyed_hash = :headKeyed, anchored = FALSE
             WHERE store = :store AND order_id = :order AND link = :link - 1 AND hash = :previous""";

    /** To a chain that a process of a version without heads has gone on with. */
    static final String ADOPT = """
            UPDATE audit_head SET link = :link, hash = :hash, old_links = :oldLinks, key_id = :headKey,
                   keyed_hash = :headKeyed, anchored = FALSE
             WHERE store = :store AND order_id = :order AND link < :link""";

    private AuditHeads() {}

    static Map<String, Object> values(String store, long order, AuditHead head) {
        Map<String, Object> values = new HashMap<>();
        values.put("store", store);
        values.put("order", order);
        values.put("link", head.link());
        values.put("hash", head.hash());
        values.put("oldLinks", head.oldLinks());
        values.put("headKey", head.keyed().keyId());
        values.put("headKeyed", head.keyed().hash());
        return values;
    }

    /** Gives a chain of before there were heads its own. */
    static void adopt(JdbcClient jdbc, String store, long order, AuditHead head) {
        Map<String, Object> values = values(store, order, head);
        if (jdbc.sql(ADOPT).params(values).update() == 0) {
            jdbc.sql(BEGIN).params(values).update();
        }
    }
}
