package io.ledgerbridge.bigcommerce;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.ledgerbridge.database.DatabaseClock;
import io.ledgerbridge.faults.Fault;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads BigCommerce's answers. What is none becomes a fault that says what is to be done about it. */
@Component
public class ShopReplies {

    private final ShopJson json = new ShopJson();
    private final ShopStatus answers;

    ShopReplies(DatabaseClock clock) {
        this.answers = new ShopStatus(clock);
    }

    /**
     * The text of an answer; empty where there is nothing (204).
     *
     * @throws Fault where it is none
     */
    public String checked(int status, Map<String, Object> headers, @Nullable String body) {
        return answers.checked(status, headers, body);
    }

    /**
     * One page of the store's orders; empty where there are none.
     *
     * @throws Fault where the text is no list of orders
     */
    public List<ListedOrder> listedOrders(String text) {
        if (text.isEmpty()) {
            return List.of();
        }
        return ShopJson.rows(json.read(text, OrderRow[].class, "a list of orders"), "a list of orders").stream()
                .map(row -> listed(row.id, row.id, row.modified))
                .toList();
    }

    /**
     * One page of the store's refunds; empty where there are none.
     *
     * @throws Fault where the text is no list of refunds
     */
    public List<ListedOrder> listedRefunds(String text) {
        if (text.isEmpty()) {
            return List.of();
        }
        return json.data(text, RefundRow.class, "a list of refunds").stream()
                .map(row -> listed(row.order, row.id, row.created == null ? null : row.created.toInstant()))
                .toList();
    }

    /**
     * One page of the store's webhooks.
     *
     * @throws Fault where the text is no list of webhooks
     */
    public List<Hook> hooks(String text) {
        return text.isEmpty() ? List.of() : json.data(text, Hook.class, "a list of webhooks");
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
