package io.ledgerbridge.parked;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.ledgerbridge.faults.ParkCode;
import io.ledgerbridge.posting.amounts.OrderFlag;
import io.ledgerbridge.queue.OrderFlags;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can't go on without a person: an order, or an event or a row of a list that can't be read.
 *
 * @param order absent on an event
 * @param event id of the event, or of the row, in the table event; absent on an order
 * @param channel BigCommerce's channel id, once the order was read
 * @param reason a code
 * @param detail what Sage X3 or BigCommerce said, or the figures
 * @param remedy what a person can do
 * @param assignedTo who looks after the order
 * @param flags what a person should know of the order beside that
 */
public record Parked(
        String store,
        @Nullable Long order,
        @Nullable Long event,
        @Nullable String channel,
        String reason,
        @Nullable String detail,
        @Nullable String remedy,
        @JsonIgnore List<OrderFlag> flags,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String assignedTo,
        Instant parkedAt) {

    /** The reason of an event that can't be read. */
    public static final String UNREADABLE = ParkCode.UNREADABLE_EVENT.label();

    private static final String OF_DELIVERY =
            "The order is found by its other events, or replay it by its number. Then dismiss the delivery.";

    private static final String OF_ROW =
            "Find the order in BigCommerce by what the row says, and replay it by its number. The other rows were taken."
                    + " Then dismiss the row.";

    static Parked ofOrder(ResultSet row, int index) throws SQLException {
        return new Parked(
                row.getString("store"),
                row.getLong("order_id"),
                null,
                row.getString("channel"),
                row.getString("reason"),
                row.getString("detail"),
                row.getString("remedy"),
                OrderFlags.of(row.getString("flags")),
                row.getString("assigned_to"),
                row.getTimestamp("settled_at").toInstant());
    }

    static Parked ofEvent(ResultSet row, int index) throws SQLException {
        byte[] kept = row.getBytes("words");
        String words = kept == null ? null : new String(kept, StandardCharsets.UTF_8);
        return new Parked(
                row.getString("store"),
                null,
                row.getLong("id"),
                null,
                UNREADABLE,
                words == null ? "SHA-256 of the body: " + row.getString("body_sha256") : words,
                words == null ? OF_DELIVERY : OF_ROW,
                List.of(),
                null,
                row.getTimestamp("received_at").toInstant());
    }
}
