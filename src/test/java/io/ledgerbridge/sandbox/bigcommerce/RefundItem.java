package io.ledgerbridge.sandbox.bigcommerce;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One thing refunded.
 *
 * @param type {@code item_type}: PRODUCT, GIFT_WRAPPING, SHIPPING, HANDLING, ORDER or FEE
 * @param itemId the order product's id; the shipping address's for SHIPPING and HANDLING; the order's for ORDER
 * @param quantity of a PRODUCT or a GIFT_WRAPPING
 * @param requestedAmount entered as the store enters prices; null where it is refunded by quantity
 * @param adjustment zero, or a deduction from the line, below zero
 */
public record RefundItem(
        String type,
        long itemId,
        @Nullable Integer quantity,
        @Nullable BigDecimal requestedAmount,
        BigDecimal adjustment) {

    static RefundItem units(long itemId, int quantity, BigDecimal adjustment) {
        return new RefundItem("PRODUCT", itemId, quantity, null, adjustment);
    }

    static RefundItem amount(String type, long itemId, BigDecimal amount) {
        return new RefundItem(type, itemId, null, amount, BigDecimal.ZERO);
    }

    /** The wrapping of all units of a product, by quantity. */
    static RefundItem wrapping(Item item) {
        return new RefundItem("GIFT_WRAPPING", item.id(), item.quantity(), null, BigDecimal.ZERO);
    }

    int units() {
        return quantity == null ? 0 : quantity;
    }

    BigDecimal amount() {
        return requestedAmount == null ? BigDecimal.ZERO : requestedAmount;
    }
}
