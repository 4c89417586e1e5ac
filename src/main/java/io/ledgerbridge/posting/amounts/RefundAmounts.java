package io.ledgerbridge.posting.amounts;

import io.ledgerbridge.bigcommerce.Order;
import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.bigcommerce.Refund;
import io.ledgerbridge.ledger.Money;
import io.ledgerbridge.ledger.Role;
import io.ledgerbridge.posting.CannotPost;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.LongPredicate;

/**
 * The amounts by role of an order's refunds that count (accounting rules, "A refund's lines"), with the discount apart.
 * Refunds are taken by id; the one at which their sum reaches the order's total takes what is left of every role.
 */
public final class RefundAmounts {

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
        RefundLimits limits = new RefundLimits(reading, ordered, limit);
        limits.checkUnits(counting(reading));
        Money total = Money.rounded(reading.order().totalIncTax(), currency());
        Money refunded = Money.zero(currency());
        Amounts left = ordered;
        NavigableMap<Long, Amounts> byId = new TreeMap<>();
        for (Refund refund : counting(reading)) {
            refunded = refunded.plus(Money.rounded(refund.totalAmount(), currency()));
            limits.checkTotal(refund, refunded, total);
            Amounts amounts = refunded.equals(total) ? left.negated() : part(refund);
            left = left.plus(amounts);
            limits.checkRoles(refund, left);
            byId.put(refund.id(), amounts);
        }
        return byId;
    }

    private Amounts part(Refund refund) {
        Amounts paid = new RefundPayments(refund, limit).amounts();
        RefundItems items = new RefundItems(refund, reading, ordered);
        Amounts given = paid.plus(items.amounts());
        Money left = given.sum().negated();
        if (refund.items().isEmpty() || !order().isDiscounted()) {
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

    private Order order() {
        return reading.order();
    }

    private Currency currency() {
        return ordered.currency();
    }
}
