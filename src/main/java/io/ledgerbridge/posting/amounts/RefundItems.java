package io.ledgerbridge.posting.amounts;

import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.ledger.Money;
import io.ledgerbridge.ledger.Role;
import io.ledgerbridge.posting.CannotPost;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** What was refunded, by sale role, at the order's prices without tax, and its part of the order's discount. */
final class RefundItems {

    /** Smallest units of the currency by which a refunded unit's discount may miss what it is compared with. */
    private static final int TOLERANCE_A_UNIT = 5;

    private final CountedRefund refund;
    private final List<RefundedItem> items;
    private final Amounts ordered;
    private final RefundDiscount discount;
    private final boolean withTax;
    private final boolean holdsTax;

    /** @param left of the order, before this refund */
    RefundItems(CountedRefund refund, OrderReading reading, Amounts ordered, Amounts left) {
        this.refund = refund;
        this.items = refund.refund().items().stream()
                .map(item -> RefundedItem.of(refund, item, reading, left))
                .toList();
        this.ordered = ordered;
        this.discount = new RefundDiscount(reading, ordered, items, tolerance().amount());
        this.holdsTax = reading.order().taxInclusive();
        this.withTax = isWithTax(reading.order().taxInclusive());
    }

    /** The amounts of the items and of the discount, each rounded; all are zero where no items are on record. */
    Amounts amounts() {
        return sums(withTax).plus(Role.DISCOUNTS, rounded(discount()).negated());
    }

    /** Those of a refund that is split by its totals; nothing where one of its items is unknown. */
    static List<RefundedPart> parts(CountedRefund refund, OrderReading reading, Amounts ordered) {
        try {
            return new RefundItems(refund, reading, ordered, ordered).parts();
        } catch (CannotPost unknownItem) {
            return List.of();
        }
    }

    /** Each item by itself; those of tax apart, which the totals tell. */
    List<RefundedPart> parts() {
        List<RefundedPart> parts = new ArrayList<>();
        for (RefundedItem item : items) {
            Role role = item.role(ordered);
            if (role != null) {
                parts.add(new RefundedPart(role, item.productLine(), item.amount(withTax), item.discount(holdsTax)));
            }
        }
        return parts;
    }

    /** The cost of the units that came back, zero or more. */
    BigDecimal cost() {
        return sum(items.stream(), RefundedItem::cost);
    }

    /** What the totals give beside the items and their discount, such as a restocking fee, below zero, or goodwill. */
    Money beside() {
        return items.isEmpty()
                ? Money.zero(ordered.currency())
                : withoutTax().minus(sums(withTax).sum()).plus(rounded(discount()));
    }

    /** By which the sums may be off without anything to say about it. */
    Money tolerance() {
        int units = items.stream().mapToInt(RefundedItem::countedUnits).sum();
        return Money.smallestUnits(TOLERANCE_A_UNIT * units, ordered.currency());
    }

    /** The items themselves, as they stand in the refund. */
    List<RefundedItem> all() {
        return items;
    }

    RefundDiscount discounts() {
        return discount;
    }

    /** Whether what was asked for holds its tax. */
    boolean isWithTax() {
        return withTax;
    }

    BigDecimal discount() {
        return discount.of(goods(withTax), closing(withTax));
    }

    /**
     * Whichever sums nearer to the totals, by more than rounding each item can make. Where nothing closes, only a store whose
     * prices hold their tax asks for amounts with it.
     */
    private boolean isWithTax(boolean taxInclusive) {
        BigDecimal rounding =
                Money.smallestUnits(items.size(), ordered.currency()).amount();
        boolean closes = miss(true).compareTo(tolerance().amount()) <= 0;
        return miss(false).subtract(miss(true)).compareTo(rounding) >= 0
                && !items.isEmpty()
                && (closes || taxInclusive);
    }

    private BigDecimal miss(boolean withTax) {
        return discount.miss(goods(withTax), closing(withTax));
    }

    /** What the totals leave for a discount, after what was kept back. */
    BigDecimal closing(boolean withTax) {
        Money kept = rounded(sum(items.stream(), RefundedItem::adjustments));
        return sums(withTax).sum().plus(kept).minus(withoutTax()).amount();
    }

    private Money withoutTax() {
        return rounded(refund.totalAmount()).minus(rounded(refund.totalTax()));
    }

    BigDecimal goods(boolean withTax) {
        return sum(
                items.stream().filter(item -> item.isProduct() && item.role(ordered) == Role.REVENUE),
                item -> item.amount(withTax));
    }

    /** By sale role, without the discount. */
    Amounts sums(boolean withTax) {
        Map<Role, BigDecimal> sums = new EnumMap<>(Role.class);
        for (RefundedItem item : items) {
            Role role = item.role(ordered);
            if (role != null) {
                sums.merge(role, item.amount(withTax), BigDecimal::add);
            }
        }
        Map<Role, Money> rounded = new EnumMap<>(Role.class);
        sums.forEach((role, sum) -> rounded.put(role, rounded(sum)));
        return Amounts.ofRoles(ordered.currency(), rounded);
    }

    private Money rounded(BigDecimal amount) {
        return Money.rounded(amount, ordered.currency());
    }

    private static BigDecimal sum(Stream<RefundedItem> items, Function<RefundedItem, BigDecimal> amount) {
        return items.map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
