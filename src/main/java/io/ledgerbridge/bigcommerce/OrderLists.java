package io.ledgerbridge.bigcommerce;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads lists of orders and of refunds for the orders that they name. */
record OrderLists(ShopJson json) {

    List<ListedOrder> orders(String text) {
        if (text.isEmpty()) {
            return List.of();
        }
        return ShopJson.rows(json.read(text, OrderRow[].class, "a list of orders"), "a list of orders").stream()
                .map(row -> listed(row.id, row.id, row.modified))
                .toList();
    }

    List<ListedOrder> refunds(String text) {
        if (text.isEmpty()) {
            return List.of();
        }
        return json.data(text, RefundRow.class, "a list of refunds").stream()
                .map(row -> listed(row.order, row.id, row.created == null ? null : row.created.toInstant()))
                .toList();
    }

    /** What a list tells of an order; the rest is passed over, so that nothing in it can make the list unreadable. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record OrderRow(
            long id,

            @JsonProperty("date_modified") @JsonDeserialize(using = Rfc2822Instant.class) @Nullable
            Instant modified) {}

    /** Likewise of a refund. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record RefundRow(
            long id,
            @JsonProperty("order_id") long order,
            @Nullable OffsetDateTime created) {}

    private static ListedOrder listed(long order, long row, @Nullable Instant changed) {
        if (order <= 0 || row <= 0) {
            throw ShopJson.unreadable("a list has a row without its id", null);
        }
        return new ListedOrder(order, row, changed);
    }
}
