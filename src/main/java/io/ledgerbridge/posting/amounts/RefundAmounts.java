package io.ledgerbridge.posting.amounts;

import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.ledger.Money;
import io.ledgerbridge.ledger.Purpose;
import io.ledgerbridge.posting.CannotPost;
import io.ledgerbridge.posting.explained.Reckoning;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.LongPredicate;

/**
 * The amounts by role of an order's refunds that count (accounting rules, "A refund's lines"), with the discount apart.
 * Refunds are taken by id. The one at which their sum reaches the order's total is the last: it takes what is left of
 * every sale role. One that can't be split is refused by itself, and then none after it is taken for the last.
 */
public final class RefundAmounts {

    /**
     * How a refund was split.
     *
     * @param left of the order, before it
     */
    record Taken(CountedRefund refund, boolean isLast, Amounts left, RefundSplit byRole, RefundSplit split) {}

    private final OrderReading reading;
    private final Amounts ordered;
    private final Splits lists;
    private final RefundLimits limits;
    private final Money limit;
    private final LongPredicate isSetAside;

    private final NavigableMap<Long, RefundSplit> splits = new TreeMap<>();
    private final Map<Long, Taken> taken = new HashMap<>();
    private final NavigableMap<Long, CannotPost> refused = new TreeMap<>();
    private Amounts left;
    private Money refunded;
    private Money taxes;

    /**
     * @param ordered the order's amounts, split as the lists have it
     * @param lists split refunds likewise
     * @param limit the largest difference that may be rounding
     * @param isSetAside by id, whether a person has booked a refund by hand
     */
    public RefundAmounts(OrderReading reading, Amounts ordered, Splits lists, Money limit, LongPredicate isSetAside) {
        this.lists = lists;
        this.isSetAside = isSetAside;
        this.reading = reading;
        this.ordered = ordered;
        this.limits = new RefundLimits(reading, ordered, limit);
        this.limit = limit;
        this.left = ordered;
        this.refunded = Money.zero(limit.currency());
        this.taxes = Money.zero(limit.currency());
        CountedRefund.of(reading).forEach(this::take);
    }

    /** Each refund that could be split, by its id. */
    public NavigableMap<Long, RefundSplit> splits() {
        return splits;
    }

    /** Why each of the others could not. */
    public NavigableMap<Long, CannotPost> refused() {
        return refused;
    }

    private void take(CountedRefund refund) {
        refunded = refunded.plus(Money.rounded(refund.totalAmount(), limit.currency()));
        taxes = taxes.plus(Money.rounded(refund.totalTax(), limit.currency()));
        if (isSetAside.test(refund.id())) {
            put(refund, RefundSplit.byTotals(refund, reading, ordered, lists));
            return;
        }
        try {
            limits.checkTotals(refund.refund(), refunded, taxes, place());
            RefundSplit split = split(refund, isLast(refund));
            limits.checkCharges(refund.refund(), left.plus(split.amounts()), place());
            put(refund, split);
        } catch (CannotPost refusal) {
            refused.put(refund.id(), refusal);
        }
    }

    private RefundSplit split(CountedRefund refund, boolean isLast) {
        RefundSplit byRole = new RefundSplitter(refund, reading, ordered.byRole(), left.byRole(), limit).split(isLast);
        RefundSplit split = byRole.with(lists.refunded(refund, byRole, ordered, left, isLast));
        taken.put(refund.id(), new Taken(refund, isLast, left, byRole, split));
        return split;
    }

    /**
     * The figures of which a refund's amounts are the sums; none where it is told by its totals alone.
     *
     * @param order those of the order
     */
    public Map<Purpose, Reckoning> terms(long refund, Map<Purpose, Reckoning> order) {
        Taken its = taken.get(refund);
        return its == null
                ? Map.of()
                : new RefundTerms(its, reading, ordered, lists, limit, order, splits.headMap(refund, false)).all();
    }

    private void put(CountedRefund refund, RefundSplit split) {
        left = left.plus(split.amounts());
        splits.put(refund.id(), split);
    }

    /** How many refunds there are, with this one: each may have been rounded by the shop. */
    private int place() {
        return splits.size() + refused.size() + 1;
    }

    private boolean isLast(CountedRefund refund) {
        Money total = Money.rounded(reading.order().totalIncTax(), limit.currency());
        return refused.isEmpty()
                && (total.isZero()
                        ? limits.areAllUnitsBack(CountedRefund.upTo(refund.id(), reading))
                        : refunded.minus(total).signum() >= 0);
    }
}
