package io.ledgerbridge.queue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerbridge.bigcommerce.Delivery;
import io.ledgerbridge.bigcommerce.OrderEvent;
import io.ledgerbridge.bigcommerce.WebhookEvent;
import io.ledgerbridge.bigcommerce.WebhookEvent.OnOrder;
import io.ledgerbridge.queue.KeptEvent.Disposition;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code event}: what BigCommerce sent. They are added and never changed. */
@Repository
public class EventRows {

    static final int LONGEST_HISTORY = 1000;

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    EventRows(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
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
                .query(EventRows::event)
                .list();
    }

    /** How many events are kept for an order. */
    public long count(String store, long order) {
        return jdbc.sql("SELECT count(*) FROM event WHERE store = :store AND order_id = :order")
                .param("store", store)
                .param("order", order)
                .query(Long.class)
                .single();
    }

    /**
     * The events that tell what happened to an order, by the time at which it happened: the last {@value #LONGEST_HISTORY}
     * of them. What earlier ones told is noted when the order is read.
     */
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
                .query((row, index) -> new OrderEvent(
                        row.getLong("id"),
                        row.getString("scope"),
                        row.getTimestamp("created_at").toInstant(),
                        row.getObject("previous_status", Integer.class),
                        row.getObject("new_status", Integer.class),
                        row.getObject("refund_id", Long.class)))
                .list();
    }

    public void insert(Delivery delivery, Instant now) {
        Row row = Row.of(delivery.event(), now);
        jdbc.sql("""
                        INSERT INTO event (store, order_id, disposition, scope, created_at, previous_status, new_status,
                            refund_id, body_sha256, body, headers, received_at)
                        VALUES (:store, :order, :disposition, :scope, :created, :previous, :new, :refund, :sha256, :body,
                            :headers, :now)""")
                .param("store", delivery.store())
                .param("order", row.order)
                .param("disposition", disposition(delivery.event()).label())
                .param("scope", row.scope)
                .param("created", row.createdAt == null ? null : row.createdAt.atOffset(ZoneOffset.UTC))
                .param("previous", row.previousStatus)
                .param("new", row.newStatus)
                .param("refund", row.refund)
                .param("sha256", delivery.sha256())
                .param("body", delivery.body())
                .param("headers", write(delivery.headers()))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    public static Disposition disposition(WebhookEvent event) {
        if (event instanceof OnOrder) {
            return Disposition.ORDER;
        }
        return event instanceof WebhookEvent.Unreadable ? Disposition.UNREADABLE : Disposition.IGNORED;
    }

    private static KeptEvent event(ResultSet row, int index) throws SQLException {
        Timestamp createdAt = row.getTimestamp("created_at");
        return new KeptEvent(
                row.getLong("id"),
                row.getString("store"),
                row.getObject("order_id", Long.class),
                Disposition.valueOf(row.getString("disposition").toUpperCase(Locale.ROOT)),
                row.getString("scope"),
                createdAt == null ? null : createdAt.toInstant(),
                row.getObject("previous_status", Integer.class),
                row.getObject("new_status", Integer.class),
                row.getObject("refund_id", Long.class),
                row.getString("body_sha256"),
                row.getTimestamp("received_at").toInstant());
    }

    private String write(Map<String, String> headers) {
        try {
            return json.writeValueAsString(headers);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private record Row(
            @Nullable Long order,
            @Nullable String scope,
            @Nullable Instant createdAt,
            @Nullable Integer previousStatus,
            @Nullable Integer newStatus,
            @Nullable Long refund) {

        static Row of(WebhookEvent event, Instant now) {
            if (event instanceof OnOrder on) {
                Instant happened = on.createdAt() == null ? now : on.createdAt();
                return new Row(on.order(), on.scope(), happened, on.previousStatus(), on.newStatus(), on.refund());
            }
            return new Row(null, scope(event), null, null, null, null);
        }

        private static @Nullable String scope(WebhookEvent event) {
            if (event instanceof WebhookEvent.Undelivered undelivered) {
                return undelivered.scope();
            }
            return event instanceof WebhookEvent.Other other ? other.scope() : null;
        }
    }
}
