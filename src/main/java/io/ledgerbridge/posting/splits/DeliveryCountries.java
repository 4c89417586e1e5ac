package io.ledgerbridge.posting.splits;

import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.bigcommerce.details.ShippingAddress;
import org.jspecify.annotations.Nullable;

/** To which countries an order goes. */
record DeliveryCountries(OrderReading reading) {

    /** Of the address, else of the only one there is, else of the bill. */
    String of(@Nullable Long address) {
        return reading.addresses().stream()
                .filter(each -> (address == null || address <= 0) ? isOneCountry() : each.id() == address)
                .findFirst()
                .map(ShippingAddress::country)
                .filter(country -> !country.isEmpty())
                .orElseGet(() -> reading.order().billingCountry());
    }

    private boolean isOneCountry() {
        return reading.addresses().stream()
                        .map(ShippingAddress::country)
                        .distinct()
                        .count()
                == 1;
    }
}
