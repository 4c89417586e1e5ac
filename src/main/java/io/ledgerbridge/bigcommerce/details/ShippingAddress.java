package io.ledgerbridge.bigcommerce.details;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.ledgerbridge.bigcommerce.Order;
import java.math.BigDecimal;

/**
 * What of a shipping address tells how its part of the order is taxed, as {@code GET /v2/orders/{id}/shipping_addresses}
 * gives it. Nothing else of it is read.
 *
 * @param country ISO 3166, two letters
 * @param shippingExTax what it costs to ship there
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ShippingAddress(
        long id,
        @JsonProperty("country_iso2") String country,
        @JsonProperty("cost_ex_tax") BigDecimal shippingExTax,
        @JsonProperty("handling_cost_ex_tax") BigDecimal handlingExTax) {

    public ShippingAddress {
        country = country == null ? "" : country.strip();
        shippingExTax = Order.orZero(shippingExTax);
        handlingExTax = Order.orZero(handlingExTax);
    }
}
