package io.ledgerbridge.posting.amounts;

import io.ledgerbridge.bigcommerce.OrderProduct;
import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.ledger.Role;
import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/**
 * What the gift wrapping of an order's products cost, without tax.
 *
 * @param left of the order, before the refund that gives a wrapping back
 */
record Wrappings(OrderReading reading, Amounts left) {

    /**
     * The wrapping of so many units of a product; where BigCommerce names none for it, all that is left of the order's.
     *
     * @param quantity null for all of them
     */
    BigDecimal of(@Nullable OrderProduct product, @Nullable BigDecimal quantity) {
        if (product == null || product.wrappingExTax().signum() == 0) {
            return left.of(Role.WRAPPING).negated().amount();
        }
        BigDecimal ordered = product.quantity();
        BigDecimal units = quantity == null ? ordered : quantity;
        if (isByUnit()) {
            return product.wrappingExTax().multiply(units);
        }
        return ordered.signum() == 0
                ? product.wrappingExTax()
                : product.wrappingExTax().multiply(units).divide(ordered, MathContext.DECIMAL128);
    }

    /** BigCommerce doesn't say whether a product's figure is for one unit: it is where only so they sum to the order's. */
    private boolean isByUnit() {
        BigDecimal whole = reading.order().wrappingExTax();
        BigDecimal asLines = sum(BigDecimal.ONE);
        return asLines.compareTo(whole) != 0 && sum(null).compareTo(whole) == 0;
    }

    private BigDecimal sum(@Nullable BigDecimal units) {
        return reading.products().stream()
                .map(product -> product.wrappingExTax().multiply(units == null ? product.quantity() : units))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
