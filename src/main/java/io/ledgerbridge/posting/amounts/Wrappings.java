package io.ledgerbridge.posting.amounts;

import io.ledgerbridge.bigcommerce.OrderProduct;
import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.bigcommerce.Refund;
import io.ledgerbridge.ledger.Role;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the gift wrapping of an order's products cost, without tax.
 *
 * @param left of the order, before the refund that gives wrappings back
 * @param refund its items
 */
record Wrappings(OrderReading reading, Amounts left, List<Refund.Item> refund) {

    static final String GIFT_WRAPPING = "GIFT_WRAPPING";

    /**
     * The wrapping of so many units of a product. Where BigCommerce names none for it, what is left of the order's; several
     * of these in one refund share it.
     *
     * @param quantity null for all of them
     */
    BigDecimal of(@Nullable OrderProduct product, @Nullable BigDecimal quantity) {
        if (product == null || product.wrappingExTax().signum() == 0) {
            return share();
        }
        return named(product, quantity);
    }

    private BigDecimal share() {
        BigDecimal left = this.left.of(Role.WRAPPING).negated().amount();
        long sharing = 0;
        for (Refund.Item item : refund) {
            if (!GIFT_WRAPPING.equals(item.itemType())) {
                continue;
            }
            BigDecimal requested = item.requestedAmount();
            if (requested != null) {
                left = left.subtract(requested);
            } else {
                Optional<OrderProduct> named = named(item);
                sharing += named.isPresent() ? 0 : 1;
                left = left.subtract(
                        named.map(product -> named(product, item.quantity())).orElse(BigDecimal.ZERO));
            }
        }
        return left.max(BigDecimal.ZERO).divide(BigDecimal.valueOf(Math.max(sharing, 1)), MathContext.DECIMAL128);
    }

    private Optional<OrderProduct> named(Refund.Item item) {
        Long id = item.itemId();
        return id == null
                ? Optional.empty()
                : reading.product(id).filter(product -> product.wrappingExTax().signum() != 0);
    }

    private BigDecimal named(OrderProduct product, @Nullable BigDecimal quantity) {
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
