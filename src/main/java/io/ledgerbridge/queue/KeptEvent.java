package io.ledgerbridge.queue;

import io.ledgerbridge.bigcommerce.WebhookEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An event as it was kept.
 *
 * @param order absent on events that concern no order
 * @param createdAt BigCommerce's word for when it happened, to the second
 */
public record KeptEvent(
        long id,
        String store,
        @Nullable Long order,
        Disposition disposition,
        @Nullable String scope,
        @Nullable Instant createdAt,
        @Nullable Integer previousStatus,
        @Nullable Integer newStatus,
        @Nullable Long refund,
        String bodySha256,
        Instant receivedAt) {

    static KeptEvent of(ResultSet row, int index) throws SQLException {
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

    /** What an event was kept as. */
    public enum Disposition {
        ORDER,
        IGNORED,
        UNREADABLE,
        /** It can't be read, and a person has put it away. */
        DISMISSED;

        public static Disposition of(WebhookEvent event) {
            if (event instanceof WebhookEvent.OnOrder) {
                return ORDER;
            }
            return event instanceof WebhookEvent.Unreadable ? UNREADABLE : IGNORED;
        }

        /** As rows and answers spell it. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
