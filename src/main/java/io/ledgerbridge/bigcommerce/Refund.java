package io.ledgerbridge.bigcommerce;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.ledgerbridge.bigcommerce.details.Words;
import io.ledgerbridge.ledger.RefundId;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A refund, as {@code GET /v3/orders/{id}/payment_actions/refunds} gives it.
 *
 * @param totalAmount with tax
 * @param totalTax may be negative
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Refund(
        long id,
        @JsonProperty("order_id") long orderId,
        OffsetDateTime created,
        @JsonProperty("total_amount") BigDecimal totalAmount,
        @JsonProperty("total_tax") BigDecimal totalTax,
        List<Item> items,
        List<Payment> payments) {

    public Refund {
        totalAmount = Order.orZero(totalAmount);
        totalTax = Order.orZero(totalTax);
        items = items == null ? List.of() : List.copyOf(items);
        payments = payments == null ? List.of() : List.copyOf(payments);
    }

    /** The same under another id. */
    public Refund numbered(long other) {
        return new Refund(other, orderId, created, totalAmount, totalTax, items, payments);
    }

    /** As people read it. */
    public String name() {
        return RefundId.name(id);
    }

    /**
     * What was refunded.
     *
     * @param itemType PRODUCT, GIFT_WRAPPING, SHIPPING, HANDLING, ORDER or FEE
     * @param itemId the product line's id, for PRODUCT and GIFT_WRAPPING
     * @param requestedAmount with or without tax; null for what is refunded by quantity
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Item(
            @JsonProperty("item_type") String itemType,
            @JsonProperty("item_id") @Nullable Long itemId,
            @Nullable BigDecimal quantity,
            @JsonProperty("requested_amount") @Nullable BigDecimal requestedAmount,
            List<Adjustment> adjustments) {

        public Item {
            itemType = itemType == null ? "" : itemType;
            adjustments = adjustments == null ? List.of() : List.copyOf(adjustments);
        }
    }

    /** What was kept back of an item, such as a restocking fee: below zero. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Adjustment(BigDecimal amount) {

        public Adjustment {
            amount = Order.orZero(amount);
        }
    }

    /**
     * One way in which it was paid back.
     *
     * @param providerId such as storecredit, giftcertificate or a card's gateway
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Payment(
            long id,
            @JsonProperty("provider_id") @Nullable String providerId,
            BigDecimal amount,
            boolean offline,
            @JsonProperty("is_declined") boolean declined) {

        public Payment {
            amount = Order.orZero(amount);
        }

        /** The provider as one word: BigCommerce spells its own {@code storecredit} and {@code store_credit}. */
        public String provider() {
            return Words.plain(providerId);
        }

        /** Whether it went back as money. */
        public boolean isMoney() {
            return !Set.of("storecredit", "giftcertificate").contains(provider());
        }
    }
}
