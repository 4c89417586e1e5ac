package io.ledgerbridge.posting.amounts;

import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.ledger.Role;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * How much of an order's discount goes with a refund's products, without tax.
 *
 * @param tolerance by which what closes the refund may miss a discount that is its own
 */
record RefundDiscount(OrderReading reading, Amounts ordered, List<RefundedItem> items, BigDecimal tolerance) {

    /**
     * The discount; above zero where the order gave one.
     *
     * @param goods the refunded products' amounts
     * @param closing what the refund's totals leave for it
     */
    BigDecimal of(BigDecimal goods, BigDecimal closing) {
        List<BigDecimal> candidates = candidates(goods);
        BigDecimal nearest = nearest(candidates, closing);
        boolean closes = closing.subtract(nearest).abs().compareTo(tolerance) <= 0;
        if (!closes) {
            return candidates.get(0);
        }
        return isGiven() && !isCarried() ? closing : nearest;
    }

    /** By how much what closes the refund misses the discount that is nearest to it. */
    BigDecimal miss(BigDecimal goods, BigDecimal closing) {
        return closing.subtract(nearest(candidates(goods), closing)).abs();
    }

    private static BigDecimal nearest(List<BigDecimal> candidates, BigDecimal closing) {
        return candidates.stream()
                .min(Comparator.comparing(
                        candidate -> closing.subtract(candidate).abs()))
                .orElseThrow();
    }

    /** What the discount can be; the first is it where nothing closes. */
    List<BigDecimal> candidates(BigDecimal goods) {
        if (!isGiven()) {
            return List.of(BigDecimal.ZERO);
        }
        if (!isCarried()) {
            return List.of(inProportion(net(), goods), BigDecimal.ZERO);
        }
        boolean holdsTax = reading.order().taxInclusive();
        return Stream.of(holdsTax, !holdsTax)
                .flatMap(tax -> Stream.of(carried(tax), carried(tax).add(inProportion(beyondCarried(tax), goods))))
                .toList();
    }

    boolean isGiven() {
        return net().signum() != 0;
    }

    BigDecimal net() {
        return ordered.of(Role.DISCOUNTS).amount();
    }

    /** Whether BigCommerce says of any product which discount it carries. */
    boolean isCarried() {
        return reading.products().stream()
                .anyMatch(product -> product.discount().signum() != 0);
    }

    /** @param holdsTax whether the products' discounts hold the products' tax */
    private BigDecimal carried(boolean holdsTax) {
        return sum(items.stream().map(item -> item.discount(holdsTax)));
    }

    BigDecimal beyondCarried(boolean holdsTax) {
        BigDecimal all = sum(reading.products().stream().map(product -> product.discountExTax(holdsTax)));
        return net().subtract(all).max(BigDecimal.ZERO);
    }

    private BigDecimal inProportion(BigDecimal discount, BigDecimal goods) {
        BigDecimal sold = ordered.of(Role.REVENUE).negated().amount();
        return sold.signum() == 0 ? BigDecimal.ZERO : discount.multiply(goods).divide(sold, MathContext.DECIMAL128);
    }

    private static BigDecimal sum(Stream<BigDecimal> amounts) {
        return amounts.reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
