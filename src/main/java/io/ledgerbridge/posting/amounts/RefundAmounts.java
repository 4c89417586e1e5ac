package io.ledgerbridge.posting.amounts;

import io.ledgerbridge.bigcommerce.Order;
import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.bigcommerce.Refund;
import io.ledgerbridge.ledger.Money;
import io.ledgerbridge.ledger.Role;
import io.ledgerbridge.posting.CannotPost;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Comparator;
import java.util.Currency;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongPredicate;

/**
 * The amounts by role of an order's refunds that count (accounting rules, "A refund's lines"), with the discount apart.
 * Refunds are taken by id; the one at which their sum reaches the order's total takes what is left of every role.
 */
public final class RefundAmounts {

    /** What a refund may take back of itself, in whose share of the tax there may be rounding. */
    private static final Set<Role> CHARGES =
            Collections.unmodifiableSet(EnumSet.of(Role.SHIPPING, Role.HANDLING, Role.WRAPPING, Role.FEES));

    private final OrderReading reading;
    private final Amounts ordered;
    private final LongPredicate isPosted;
    private final Money limit;

    /**
     * @param ordered the order's amounts as far as refunds give them back: without cost of goods where that is kept
     * @param isPosted by id, whether a refund is in the ledger already: its discount was checked then, against the order
     *     as it was
     * @param limit the largest difference that may be rounding
     */
    public RefundAmounts(OrderReading reading, Amounts ordered, LongPredicate isPosted, Money limit) {
        this.reading = reading;
        this.ordered = ordered;
        this.isPosted = isPosted;
        this.limit = limit;
    }

    /** The refunds of a reading that count, by id. */
    public static List<Refund> counting(OrderReading reading) {
        return reading.refunds().stream()
                .filter(Refund::counts)
                .sorted(Comparator.comparingLong(Refund::id))
                .toList();
    }

    /**
     * The amounts of each refund, by its id.
     *
     * @throws CannotPost where the refunds don't fit the order
     */
    public NavigableMap<Long, Amounts> byId() {
        checkUnits();
        Money total = Money.rounded(reading.order().totalIncTax(), currency());
        Money refunded = Money.zero(currency());
        Amounts left = ordered;
        NavigableMap<Long, Amounts> byId = new TreeMap<>();
        for (Refund refund : counting(reading)) {
            refunded = refunded.plus(Money.rounded(refund.totalAmount(), currency()));
            checkTotal(refund, refunded, total);
            Amounts amounts = refunded.equals(total) ? left.negated() : part(refund);
            left = left.plus(amounts);
            check(refund, left);
            byId.put(refund.id(), amounts);
        }
        return byId;
    }

    private Amounts part(Refund refund) {
        Amounts paid = new RefundPayments(refund, limit).amounts();
        RefundItems items = new RefundItems(refund, reading, ordered);
        Amounts given = paid.plus(items.amounts());
        Money left = given.sum().negated();
        if (refund.items().isEmpty() || !OrderAmounts.isDiscounted(order())) {
            return given.plus(Role.REVENUE, left).plus(cost(items));
        }
        if (!isPosted.test(refund.id())) {
            items.checkDiscount(left);
        }
        return given.plus(Role.DISCOUNTS, left).plus(cost(items));
    }

    private Amounts cost(RefundItems items) {
        boolean comesBack = !ordered.only(Goods.ROLES).isNone();
        return Goods.at(comesBack ? items.cost().negate() : BigDecimal.ZERO, currency());
    }

    private void checkUnits() {
        Map<Long, BigDecimal> refunded = new HashMap<>();
        counting(reading).stream()
                .flatMap(refund -> refund.items().stream())
                .filter(item -> RefundItems.PRODUCT.equals(item.itemType()))
                .forEach(item -> count(item, refunded));
        refunded.forEach(this::checkUnits);
    }

    private static void count(Refund.Item item, Map<Long, BigDecimal> refunded) {
        if (item.itemId() != null && item.quantity() != null) {
            refunded.merge(item.itemId(), item.quantity(), BigDecimal::add);
        }
    }

    private void checkUnits(long item, BigDecimal refunded) {
        BigDecimal left = RefundItems.product(reading, item)
                .map(product -> product.quantity())
                .orElse(BigDecimal.ZERO);
        if (refunded.signum() > 0 && refunded.compareTo(left) > 0) {
            throw CannotPost.refundAndEdit(item, refunded, left);
        }
    }

    private static void checkTotal(Refund refund, Money refunded, Money total) {
        if (refunded.minus(total).signum() > 0) {
            throw CannotPost.refundExceedsOrder(refund, "the total", refunded, total);
        }
    }

    private void check(Refund refund, Amounts left) {
        checkRole(Role.SALES_TAX, Money.zero(currency()), refund, left);
        CHARGES.forEach(charge -> checkRole(charge, limit, refund, left));
    }

    private void checkRole(Role role, Money tolerance, Refund refund, Amounts left) {
        Money charged = ordered.of(role).negated();
        Money refunded = charged.plus(left.of(role));
        Money most = charged.signum() < 0 ? Money.zero(currency()) : charged;
        if (refunded.minus(most).minus(tolerance).signum() > 0) {
            throw CannotPost.refundExceedsOrder(refund, "the " + role.label().replace("sales-", ""), refunded, charged);
        }
    }

    private Order order() {
        return reading.order();
    }

    private Currency currency() {
        return ordered.currency();
    }
}
