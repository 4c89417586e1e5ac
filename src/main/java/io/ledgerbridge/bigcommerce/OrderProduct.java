package io.ledgerbridge.bigcommerce;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One product line of an order, as {@code GET /v2/orders/{id}/products} gives it.
 *
 * @param type physical, digital or giftcertificate
 * @param quantity may be negative on orders made through the API
 * @param priceExTax of one unit
 * @param costPriceExTax cost of one unit when it was ordered
 * @param orderId of whose order it is
 * @param addressId the shipping address, where it is told
 * @param wrappingExTax of its gift wrapping, all units together
 * @param sku the shop's own number of it, as it may be shown; null where it has none, or a reading was kept without
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record OrderProduct(
        long id,
        String type,
        BigDecimal quantity,
        @JsonProperty("price_ex_tax") BigDecimal priceExTax,
        @JsonProperty("price_inc_tax") BigDecimal priceIncTax,
        @JsonProperty("total_ex_tax") BigDecimal totalExTax,
        @JsonProperty("total_inc_tax") BigDecimal totalIncTax,
        @JsonProperty("cost_price_ex_tax") BigDecimal costPriceExTax,
        @JsonProperty("order_id") @Nullable Long orderId,
        @JsonProperty("order_address_id") @Nullable Long addressId,
        @JsonProperty("wrapping_cost_ex_tax") BigDecimal wrappingExTax,
        @JsonProperty("applied_discounts") List<AppliedDiscount> appliedDiscounts,
        @Nullable String sku) {

    /** A discount that was given on this line, or its part of one. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record AppliedDiscount(BigDecimal amount) {

        public AppliedDiscount {
            amount = Order.orZero(amount);
        }
    }

    public OrderProduct {
        quantity = Order.orZero(quantity);
        priceExTax = Order.orZero(priceExTax);
        priceIncTax = Order.orZero(priceIncTax);
        totalExTax = Order.orZero(totalExTax);
        totalIncTax = Order.orZero(totalIncTax);
        costPriceExTax = Order.orZero(costPriceExTax);
        wrappingExTax = Order.orZero(wrappingExTax);
        appliedDiscounts = appliedDiscounts == null ? List.of() : List.copyOf(appliedDiscounts);
        sku = Sku.of(sku);
    }

    /** What was taken off all its units; zero where BigCommerce doesn't say. */
    public BigDecimal discount() {
        return appliedDiscounts.stream().map(AppliedDiscount::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * The same without tax.
     *
     * @param holdsTax whether the figures that BigCommerce gives hold the product's tax
     */
    public BigDecimal discountExTax(boolean holdsTax) {
        return holdsTax && totalIncTax.signum() != 0
                ? discount().multiply(totalExTax).divide(totalIncTax, MathContext.DECIMAL128)
                : discount();
    }

    public boolean isGiftCertificate() {
        return "giftcertificate".equals(type);
    }
}
