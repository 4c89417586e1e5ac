package io.ledgerbridge.books.audit.anchors;

import io.ledgerbridge.books.audit.AuditPosition;
import io.ledgerbridge.books.audit.ChainKeys;
import io.ledgerbridge.books.audit.OldHeads;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The chains that end with a link of before there were keyed hashes: before the first anchor they get their heads, which say
 * how many of their links are old. From then on a link without a keyed hash is a forged one.
 */
final class OldChains {

    private static final int AT_ONCE = 2000;

    private final JdbcClient jdbc;
    private final OldHeads heads;

    OldChains(JdbcClient jdbc, ChainKeys keys) {
        this.jdbc = jdbc;
        this.heads = new OldHeads(jdbc, keys);
    }

    /** A link, with the number of the one that its chain's head is at. */
    private record Link(
            AuditPosition place,
            String hash,
            boolean isOld,
            @Nullable Integer head) {

        static Link of(ResultSet row, int index) throws SQLException {
            return new Link(
                    new AuditPosition(row.getString("store"), row.getLong("order_id"), row.getInt("link")),
                    row.getString("hash"),
                    row.getString("keyed_hash") == null,
                    row.getObject("head", Integer.class));
        }

        boolean lacksHead() {
            return isOld && (head == null || head < place.link());
        }
    }

    void giveHeads(TransactionTemplate transactions, Runnable step) {
        List<Link> page = after(null);
        while (!page.isEmpty()) {
            List<Link> links = page;
            page = after(links.get(links.size() - 1).place());
            List<Link> ends = ends(links, page.isEmpty() ? null : page.get(0));
            transactions.executeWithoutResult(status ->
                    ends.stream().filter(Link::lacksHead).forEach(end -> heads.give(end.place(), end.hash())));
            step.run();
        }
    }

    /** Those behind which their chain doesn't go on. */
    private static List<Link> ends(List<Link> page, @Nullable Link next) {
        List<Link> ends = new ArrayList<>();
        for (int index = 0; index < page.size(); index++) {
            Link behind = index + 1 < page.size() ? page.get(index + 1) : next;
            if (behind == null || !page.get(index).place().isInTheChainOf(behind.place())) {
                ends.add(page.get(index));
            }
        }
        return ends;
    }

    private List<Link> after(@Nullable AuditPosition last) {
        // the first two conditions are for H2, which finds no place in an index by a comparison of rows
        return jdbc.sql("""
                        SELECT a.store, a.order_id, a.link, a.hash, a.keyed_hash, h.link AS head
                          FROM audit a LEFT JOIN audit_head h ON h.store = a.store AND h.order_id = a.order_id
                         WHERE a.store >= :store AND (a.store > :store OR a.order_id >= :order)
                           AND (a.store, a.order_id, a.link) > (:store, :order, :link)
                         ORDER BY a.store, a.order_id, a.link LIMIT :most""")
                .param("store", last == null ? "" : last.store())
                .param("order", last == null ? 0 : last.order())
                .param("link", last == null ? 0 : last.link())
                .param("most", AT_ONCE)
                .query(Link::of)
                .list();
    }
}
