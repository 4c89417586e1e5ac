package io.ledgerbridge.bigcommerce;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One product line of an order, as {@code GET /v2/orders/{id}/products} gives it.
 *
 * @param type physical, digital or giftcertificate
 * @param quantity may be negative on orders made through the API
 * @param priceExTax of one unit
 * @param costPriceExTax cost of one unit when it was ordered
 * @param orderId of whose order it is
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
        @JsonProperty("order_id") @Nullable Long orderId) {

    public OrderProduct {
        quantity = Order.orZero(quantity);
        priceExTax = Order.orZero(priceExTax);
        priceIncTax = Order.orZero(priceIncTax);
        totalExTax = Order.orZero(totalExTax);
        totalIncTax = Order.orZero(totalIncTax);
        costPriceExTax = Order.orZero(costPriceExTax);
    }

    public boolean isGiftCertificate() {
        return "giftcertificate".equals(type);
    }
}
