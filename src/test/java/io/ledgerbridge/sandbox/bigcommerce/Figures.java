package io.ledgerbridge.sandbox.bigcommerce;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.Predicate;

/**
 * BigCommerce's figures of an order, from its cart. As in the published examples, {@code total_inc_tax} is the sum of
 * the parts with tax less {@code discount_amount} and {@code coupon_discount}, which hold tax, and {@code total_ex_tax}
 * is {@code total_inc_tax - total_tax}. In a tax-inclusive store what holds tax is exact, elsewhere what doesn't.
 */
record Figures(Cart cart, boolean inclusive) {

    /** All decimals that a later rounding to the currency's needs. */
    static BigDecimal divide(BigDecimal amount, BigDecimal by) {
        return amount.divide(by, 20, RoundingMode.HALF_UP);
    }

    int digits() {
        return Math.max(cart.currency.getDefaultFractionDigits(), 0);
    }

    /** The product line before discounts. */
    Amount line(Item item) {
        return Amount.entered(item.entered(), cart.taxRate(item), inclusive);
    }

    /** The product line after discounts. */
    Amount net(Item item) {
        return line(item).minus(share(item, discount -> true));
    }

    Amount subtotal() {
        return Amount.sum(cart.items.stream().map(this::line));
    }

    /** Shipping or handling. */
    Amount service(BigDecimal cost) {
        return Amount.entered(cost, cart.taxRate, inclusive);
    }

    Amount wrapping() {
        return Amount.sum(cart.items.stream().map(item -> service(item.wrapping())));
    }

    Amount fee(Fee fee) {
        return Amount.entered(fee.cost(), cart.taxRate(fee), inclusive);
    }

    BigDecimal discount() {
        return taken(discount -> !discount.isCoupon()).incTax();
    }

    BigDecimal coupon() {
        return taken(Discount::isCoupon).incTax();
    }

    /** What discounts on one product alone took off it. */
    Amount ofItsOwn(Item item) {
        return share(item, Discount::isOnOneProduct);
    }

    private Amount taken(Predicate<Discount> which) {
        return Amount.sum(cart.items.stream().map(item -> share(item, which)));
    }

    /** What the discounts take off a line. */
    private Amount share(Item item, Predicate<Discount> which) {
        if (!item.discountable()) {
            return Amount.ZERO;
        }
        BigDecimal all = cart.items.stream()
                .filter(Item::discountable)
                .map(Item::entered)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal taken = cart.discounts.stream()
                .filter(which)
                .map(discount -> discount.on(item, all))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return Amount.entered(taken, cart.taxRate(item), inclusive);
    }

    private Amount unrounded() {
        return Amount.sum(cart.items.stream().map(this::net))
                .plus(service(cart.shipping))
                .plus(service(cart.handling))
                .plus(wrapping())
                .plus(Amount.sum(cart.fees.stream().filter(Fee::onTop).map(this::fee)));
    }

    BigDecimal totalTax() {
        return rounded(unrounded().tax());
    }

    BigDecimal totalIncTax() {
        return total(unrounded()).add(cart.unexplained);
    }

    BigDecimal totalExTax() {
        return totalIncTax().subtract(totalTax());
    }

    /** What is paid for it: the exact figure rounded, and the tax on it. */
    BigDecimal total(Amount amount) {
        return inclusive ? rounded(amount.incTax()) : rounded(amount.exTax()).add(rounded(amount.tax()));
    }

    BigDecimal rounded(BigDecimal amount) {
        return amount.setScale(digits(), RoundingMode.HALF_UP);
    }
}
