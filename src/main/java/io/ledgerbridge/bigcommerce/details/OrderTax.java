package io.ledgerbridge.bigcommerce.details;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.ledgerbridge.bigcommerce.Order;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One rate on one part of an order, as {@code GET /v2/orders/{id}/taxes?details=true} gives it.
 *
 * @param addressId the shipping address, where it is told
 * @param rate in per cent
 * @param priority at which it is applied; one that comes later may be on the tax before it, too
 * @param amount the tax
 * @param itemType item, shipping, handling or gift-wrapping; null where it isn't told
 * @param productId the order's product line, where it is told
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record OrderTax(
        long id,
        @JsonProperty("order_id") @Nullable Long orderId,
        @JsonProperty("order_address_id") @Nullable Long addressId,
        @Nullable String name,
        BigDecimal rate,
        int priority,
        @JsonProperty("line_amount") BigDecimal amount,
        @JsonProperty("line_item_type") @Nullable String itemType,
        @JsonProperty("order_product_id") @Nullable Long productId) {

    public OrderTax {
        rate = Order.orZero(rate);
        amount = Order.orZero(amount);
    }

    /** The same rate on another part. */
    public OrderTax on(String part, BigDecimal tax) {
        return new OrderTax(id, orderId, addressId, name, rate, priority, tax, part, null);
    }

    /** On which part of the order it is: {@code item}, {@code gift-wrapping} …; empty where nobody says. */
    public String part() {
        return itemType == null ? "" : itemType.strip().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it is told to which address it belongs. */
    public boolean isOfAddress() {
        return addressId != null && addressId > 0;
    }

    /** Whether nobody says on which part of the order it is. */
    public boolean isOnWholeOrder() {
        return part().isEmpty();
    }
}
