package io.ledgerbridge.posting.splits;

import io.ledgerbridge.bigcommerce.details.OrderTax;
import org.jspecify.annotations.Nullable;

/** A rate with its place in BigCommerce's list. */
record ListedRate(int place, OrderTax rate) {

    /** Whether nothing says that it belongs to another address. */
    boolean mayGoTo(@Nullable Long address) {
        Long its = rate.addressId();
        return its == null || address == null || its.equals(address);
    }
}
