package io.ledgerbridge.posting.splits;

import io.ledgerbridge.bigcommerce.OrderReading;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** To which countries an order goes. */
final class DeliveryCountries {

    private final Map<Long, String> byAddress = new HashMap<>();
    private final String only;
    private final String billing;

    DeliveryCountries(OrderReading reading) {
        reading.addresses().forEach(address -> byAddress.putIfAbsent(address.id(), address.country()));
        Set<String> all = Set.copyOf(byAddress.values());
        this.only = all.size() == 1 ? all.iterator().next() : "";
        this.billing = reading.order().billingCountry();
    }

    /** Of the address, else of the only one there is, else of the bill. */
    String of(@Nullable Long address) {
        String country = address == null || address <= 0 ? only : byAddress.getOrDefault(address, "");
        return country.isEmpty() ? billing : country;
    }
}
