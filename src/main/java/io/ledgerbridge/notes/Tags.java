package io.ledgerbridge.notes;

import io.ledgerbridge.books.AuditTrail;
import io.ledgerbridge.queue.DueOrders;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The tags of orders; each that is put on or taken off is a link of the order's chain. */
@Service
public class Tags {

    /** So many an order. */
    public static final int MOST = 10;

    private static final String OF_ORDER = " WHERE store = :store AND order_id = :order";

    private final JdbcClient jdbc;
    private final DueOrders orders;
    private final AuditTrail audit;

    Tags(JdbcClient jdbc, DueOrders orders, AuditTrail audit) {
        this.jdbc = jdbc;
        this.orders = orders;
        this.audit = audit;
    }

    /** What came of putting one on. */
    public enum Put {
        DONE,
        UNKNOWN_ORDER,
        /** It has {@link #MOST} others. */
        TOO_MANY
    }

    /** Puts a tag on an order; one that it has stays. */
    @Transactional
    public Put put(String store, long order, Tag tag, String by) {
        if (!orders.lock(store, order)) {
            return Put.UNKNOWN_ORDER;
        }
        List<String> before = of(store, order);
        if (before.contains(tag.text())) {
            return Put.DONE;
        }
        if (before.size() >= MOST) {
            return Put.TOO_MANY;
        }
        write("INSERT INTO order_tag (store, order_id, tag) VALUES (:store, :order, :tag)", store, order, tag);
        audit.append(store, order, "tagged", null, Map.of("by", by, "text", tag.text()));
        return Put.DONE;
    }

    /**
     * Takes a tag off an order; where it hasn't got it, nothing changes.
     *
     * @return false where nothing is known of the order
     */
    @Transactional
    public boolean remove(String store, long order, Tag tag, String by) {
        boolean isKnown = orders.lock(store, order);
        if (isKnown && write("DELETE FROM order_tag" + OF_ORDER + " AND tag = :tag", store, order, tag) == 1) {
            audit.append(store, order, "untagged", null, Map.of("by", by, "text", tag.text()));
        }
        return isKnown;
    }

    private int write(String sql, String store, long order, Tag tag) {
        return jdbc.sql(sql)
                .param("store", store)
                .param("order", order)
                .param("tag", tag.text())
                .update();
    }

    /** Those of an order, by the alphabet. */
    @Transactional(readOnly = true)
    public List<String> of(String store, long order) {
        return of(store, List.of(order)).getOrDefault(order, List.of());
    }

    /** Those of each of some orders of a store, by their numbers; those without one are left out. */
    @Transactional(readOnly = true)
    public Map<Long, List<String>> of(String store, Collection<Long> some) {
        return some.isEmpty()
                ? Map.of()
                : jdbc
                        .sql(
                                "SELECT order_id, tag FROM order_tag WHERE store = :store AND order_id IN (:some) ORDER BY tag")
                        .param("store", store)
                        .param("some", some)
                        .query((row, index) -> Map.entry(row.getLong(1), row.getString(2)))
                        .list()
                        .stream()
                        .collect(Collectors.groupingBy(
                                Map.Entry::getKey,
                                TreeMap::new,
                                Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }
}
