package io.ledgerbridge.sandbox.bigcommerce;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * BigCommerce's figures of an order, from its cart. As in the published examples, {@code total_inc_tax} is the sum of
 * the parts with tax less {@code discount_amount} and {@code coupon_discount}, which hold tax, and {@code total_ex_tax}
 * is {@code total_inc_tax - total_tax}. In a tax-inclusive store what holds tax is exact, elsewhere what doesn't.
 *
 * @param lines one a product line, before discounts
 * @param shares what the discounts take off each line
 * @param fees those on top of the products
 * @param unexplained what the total is more than its parts make
 */
record Figures(
        int digits,
        boolean inclusive,
        List<Amount> lines,
        List<Amount> shares,
        Amount shipping,
        Amount handling,
        Amount wrapping,
        Amount fees,
        BigDecimal discount,
        BigDecimal coupon,
        BigDecimal unexplained) {

    static Figures of(Cart cart, boolean inclusive) {
        List<Amount> shares = cart.items().stream()
                .map(item -> share(cart, item, inclusive, cart.discounts()))
                .toList();
        return new Figures(
                Math.max(cart.currency().getDefaultFractionDigits(), 0),
                inclusive,
                cart.items().stream()
                        .map(item -> Amount.entered(item.entered(), cart.taxRate(item), inclusive))
                        .toList(),
                shares,
                Amount.entered(cart.shipping(), cart.taxRate(), inclusive),
                Amount.entered(cart.handling(), cart.taxRate(), inclusive),
                cart.items().stream()
                        .map(item -> Amount.entered(item.wrapping(), cart.taxRate(), inclusive))
                        .reduce(Amount.ZERO, Amount::plus),
                cart.fees().stream()
                        .filter(Fee::onTop)
                        .map(fee -> Amount.entered(fee.cost(), cart.taxRate(fee), inclusive))
                        .reduce(Amount.ZERO, Amount::plus),
                taken(cart, inclusive, false),
                taken(cart, inclusive, true),
                cart.unexplained());
    }

    /** All decimals that a later rounding to the currency's needs. */
    static BigDecimal divide(BigDecimal amount, BigDecimal by) {
        return amount.divide(by, 20, RoundingMode.HALF_UP);
    }

    private static BigDecimal taken(Cart cart, boolean inclusive, boolean coupons) {
        List<Discount> ofThatKind = cart.discounts().stream()
                .filter(discount -> discount.isCoupon() == coupons)
                .toList();
        return cart.items().stream()
                .map(item -> share(cart, item, inclusive, ofThatKind).incTax())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Amount share(Cart cart, Item item, boolean inclusive, List<Discount> discounts) {
        if (!item.discountable()) {
            return Amount.ZERO;
        }
        BigDecimal all = cart.items().stream()
                .filter(Item::discountable)
                .map(Item::entered)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal taken = discounts.stream()
                .map(discount -> discount.on(item.entered(), all))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return Amount.entered(taken, cart.taxRate(item), inclusive);
    }

    Amount subtotal() {
        return lines.stream().reduce(Amount.ZERO, Amount::plus);
    }

    /** The line after discounts. */
    Amount net(int line) {
        return lines.get(line).minus(shares.get(line));
    }

    private Amount unrounded() {
        return shares.stream()
                .reduce(subtotal(), Amount::minus)
                .plus(shipping)
                .plus(handling)
                .plus(wrapping)
                .plus(fees);
    }

    BigDecimal totalTax() {
        return rounded(unrounded().tax());
    }

    BigDecimal totalIncTax() {
        return total(unrounded()).add(unexplained);
    }

    BigDecimal totalExTax() {
        return totalIncTax().subtract(totalTax());
    }

    /** What is paid for it: the exact figure rounded, and the tax on it. */
    BigDecimal total(Amount amount) {
        return inclusive ? rounded(amount.incTax()) : rounded(amount.exTax()).add(rounded(amount.tax()));
    }

    BigDecimal rounded(BigDecimal amount) {
        return amount.setScale(digits, RoundingMode.HALF_UP);
    }
}
