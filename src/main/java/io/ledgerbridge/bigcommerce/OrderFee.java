package io.ledgerbridge.bigcommerce;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;

/** A fee of an order; one published example spells its amount {@code cost_exc_tax}. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record OrderFee(
        long id,
        String type,

        @JsonProperty("cost_ex_tax") @JsonAlias("cost_exc_tax")
        BigDecimal costExTax,

        @JsonProperty("cost_tax") BigDecimal tax) {

    public OrderFee {
        costExTax = Order.orZero(costExTax);
        tax = Order.orZero(tax);
    }
}
