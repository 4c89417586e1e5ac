package io.ledgerbridge.posting.amounts;

import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.bigcommerce.Refund;
import io.ledgerbridge.ledger.Money;
import io.ledgerbridge.ledger.Role;
import io.ledgerbridge.posting.CannotPost;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What was refunded, by role, at the order's prices without tax and before its discount. */
final class RefundItems {

    /** Smallest units of the currency by which a refunded unit's discount may miss the order's proportion. */
    private static final int TOLERANCE_A_UNIT = 5;

    private final Refund refund;
    private final List<RefundedItem> items;
    private final Amounts ordered;
    private final boolean withTax;

    RefundItems(Refund refund, OrderReading reading, Amounts ordered) {
        this.refund = refund;
        this.items = refund.items().stream()
                .map(item -> RefundedItem.of(refund, item, reading))
                .toList();
        this.ordered = ordered;
        this.withTax = reading.order().taxInclusive() && closesOnlyWithTax();
    }

    Amounts amounts() {
        Map<Role, Money> amounts = new EnumMap<>(Role.class);
        sums(withTax).forEach((role, sum) -> amounts.put(role, Money.rounded(sum, ordered.currency())));
        return new Amounts(ordered.currency(), amounts);
    }

    /** The cost of the units that came back, zero or more. */
    BigDecimal cost() {
        return items.stream().map(RefundedItem::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * Checks the discount that the totals leave against the order's proportion on the products refunded.
     *
     * @param left below zero where a discount is taken back
     * @throws CannotPost beyond five smallest units for each refunded unit
     */
    void checkDiscount(Money left) {
        Money tolerance = tolerance();
        BigDecimal expected = expectedDiscount(withTax);
        if (left.amount().subtract(expected).abs().compareTo(tolerance.amount()) > 0) {
            throw RefundRefusals.refundDiscountDiffers(refund, left.amount(), expected, tolerance);
        }
    }

    private Money tolerance() {
        int units = items.stream().mapToInt(RefundedItem::countedUnits).sum();
        return Money.smallestUnits(TOLERANCE_A_UNIT * units, ordered.currency());
    }

    private BigDecimal expectedDiscount(boolean withTax) {
        Money revenue = ordered.of(Role.REVENUE);
        if (revenue.isZero()) {
            return BigDecimal.ZERO;
        }
        BigDecimal refunded = items.stream()
                .filter(item -> item.isProduct() && item.role(ordered) == Role.REVENUE)
                .map(item -> item.amount(withTax))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return ordered.of(Role.DISCOUNTS).amount().multiply(refunded).divide(revenue.amount(), MathContext.DECIMAL64);
    }

    /** In a tax-inclusive store an amount asked for may hold its tax: it does where the totals close so and only so. */
    private boolean closesOnlyWithTax() {
        return closes(true) && !closes(false);
    }

    private boolean closes(boolean withTax) {
        return miss(withTax).compareTo(tolerance().amount()) <= 0;
    }

    private BigDecimal miss(boolean withTax) {
        BigDecimal given = sums(withTax).values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return refund.totalAmount()
                .subtract(refund.totalTax())
                .subtract(given)
                .subtract(expectedDiscount(withTax))
                .abs();
    }

    private Map<Role, BigDecimal> sums(boolean withTax) {
        Map<Role, BigDecimal> sums = new EnumMap<>(Role.class);
        for (RefundedItem item : items) {
            Role role = item.role(ordered);
            if (role != null) {
                sums.merge(role, item.amount(withTax), BigDecimal::add);
            }
        }
        return sums;
    }
}
