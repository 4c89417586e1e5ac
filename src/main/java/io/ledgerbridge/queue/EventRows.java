package io.ledgerbridge.queue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerbridge.bigcommerce.Delivery;
import io.ledgerbridge.bigcommerce.OrderEvent;
import io.ledgerbridge.books.audit.covered.CoveredEvent;
import io.ledgerbridge.books.audit.covered.CoveredEvents;
import io.ledgerbridge.database.JsonColumn;
import io.ledgerbridge.database.Sha256;
import io.ledgerbridge.queue.KeptEvent.Disposition;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The rows of {@code event}: what BigCommerce sent, and the rows of its lists that can't be read. They are added and never
 * changed.
 */
@Repository
public class EventRows {

    static final int LONGEST_HISTORY = CoveredEvents.MOST;

    private final JdbcClient jdbc;
    private final JsonColumn<Map<String, String>> headers;

    EventRows(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.headers = new JsonColumn<>(json, new TypeReference<>() {}, "an event's headers");
    }

    /** The last events kept for an order, in the order in which they came. */
    public List<KeptEvent> last(String store, long order, int most) {
        return jdbc.sql("""
                        SELECT * FROM (SELECT id, store, order_id, disposition, scope, created_at, previous_status, new_status,
                                              refund_id, body_sha256, received_at
                                         FROM event WHERE store = :store AND order_id = :order
                                        ORDER BY id DESC LIMIT :most) AS last
                        ORDER BY id""")
                .param("store", store)
                .param("order", order)
                .param("most", most)
                .query(KeptEvent::of)
                .list();
    }

    /**
     * The bodies of some events of an order as they were delivered, by the events' ids, each with its first bytes alone; those
     * that were erased, or whose time is over, are left out.
     */
    public Map<Long, String> bodies(String store, long order, List<Long> ids, int most) {
        Map<Long, String> bodies = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("""
                            SELECT id, SUBSTRING(body FROM 1 FOR :most) AS body FROM event
                             WHERE store = :store AND order_id = :order AND id IN (:ids) AND body IS NOT NULL""")
                    .param("store", store)
                    .param("order", order)
                    .param("ids", ids)
                    .param("most", most)
                    .query((RowCallbackHandler) row ->
                            bodies.put(row.getLong("id"), new String(row.getBytes("body"), StandardCharsets.UTF_8)));
        }
        return bodies;
    }

    /** How many events are kept for an order. */
    public long count(String store, long order) {
        return jdbc.sql("SELECT count(*) FROM event WHERE store = :store AND order_id = :order")
                .param("store", store)
                .param("order", order)
                .query(Long.class)
                .single();
    }

    /** What happened to an order, by when it did: its last {@value #LONGEST_HISTORY} events; a reading notes the earlier. */
    public List<OrderEvent> history(String store, long order) {
        return jdbc.sql("""
                        SELECT * FROM (SELECT id, scope, created_at, previous_status, new_status, refund_id
                                         FROM event
                                        WHERE store = :store AND order_id = :order AND disposition = 'order'
                                        ORDER BY id DESC LIMIT :most) AS last
                        ORDER BY created_at, id""")
                .param("store", store)
                .param("order", order)
                .param("most", LONGEST_HISTORY)
                .query(EventRows::event)
                .list();
    }

    /** All that ever happened to orders, by order and by when it did. */
    public Map<Long, List<OrderEvent>> all(String store, List<Long> orders) {
        Map<Long, List<OrderEvent>> all = new HashMap<>();
        RowCallbackHandler each = row -> all.computeIfAbsent(row.getLong("order_id"), order -> new ArrayList<>())
                .add(event(row, 0));
        jdbc.sql("""
                        SELECT order_id, id, scope, created_at, previous_status, new_status, refund_id FROM event
                         WHERE store = :store AND order_id IN (:orders) AND disposition = 'order'
                         ORDER BY created_at, id""").param("store", store).param("orders", orders).query(each);
        return all;
    }

    private static OrderEvent event(ResultSet row, int index) throws SQLException {
        return new OrderEvent(
                row.getLong("id"),
                row.getString("scope"),
                row.getTimestamp("created_at").toInstant(),
                row.getObject("previous_status", Integer.class),
                row.getObject("new_status", Integer.class),
                row.getObject("refund_id", Long.class));
    }

    /** What the audit trail says of an order's events up to the newest that is known of. */
    List<CoveredEvent> covered(String store, long order, List<OrderEvent> known) {
        long last = known.stream().mapToLong(OrderEvent::id).max().orElse(0);
        return new CoveredEvents(jdbc).upTo(store, order, last);
    }

    /**
     * Keeps what no delivery brought and can't be read, unless it is kept already.
     *
     * @param scope what it is of
     * @param words what is known of it, for a person
     * @return whether it was new
     */
    public boolean insertUnreadable(String store, String scope, String words, Instant now) {
        if (isUnreadable(store, words)) {
            return false;
        }
        jdbc.sql("""
                        INSERT INTO event (store, disposition, scope, body_sha256, body, received_at)
                        VALUES (:store, 'unreadable', :scope, :sha256, :body, :now)""")
                .param("store", store)
                .param("scope", scope)
                .param("sha256", Sha256.of(words))
                .param("body", words.getBytes(StandardCharsets.UTF_8))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        return true;
    }

    /** Whether this is kept as what can't be read, also where a person has put it away. */
    public boolean isUnreadable(String store, String words) {
        return jdbc.sql("""
                                SELECT count(*) FROM event
                                 WHERE disposition IN ('unreadable', 'dismissed') AND store = :store AND body_sha256 = :sha256""")
                        .param("store", store)
                        .param("sha256", Sha256.of(words))
                        .query(Long.class)
                        .single()
                > 0;
    }

    public void insert(Delivery delivery, Instant now) {
        EventColumns row = EventColumns.of(delivery.event(), now);
        jdbc.sql("""
                        INSERT INTO event (store, order_id, disposition, scope, created_at, previous_status, new_status,
                            refund_id, body_sha256, body, headers, received_at)
                        VALUES (:store, :order, :disposition, :scope, :created, :previous, :new, :refund, :sha256, :body,
                            :headers, :now)""")
                .param("store", delivery.store())
                .param("order", row.order())
                .param("disposition", Disposition.of(delivery.event()).label())
                .param("scope", row.scope())
                .param(
                        "created",
                        row.createdAt() == null ? null : row.createdAt().atOffset(ZoneOffset.UTC))
                .param("previous", row.previousStatus())
                .param("new", row.newStatus())
                .param("refund", row.refund())
                .param("sha256", delivery.sha256())
                .param("body", delivery.body())
                .param("headers", headers.write(delivery.headers()))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
