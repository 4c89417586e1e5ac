package io.ledgerbridge.posting.amounts;

import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.ledger.Money;
import io.ledgerbridge.ledger.Purpose;
import io.ledgerbridge.ledger.Role;
import io.ledgerbridge.posting.explained.CancelledTerms;
import io.ledgerbridge.posting.explained.Reckoning;
import io.ledgerbridge.posting.explained.RefundFigures;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;

/**
 * What the tenders of a cancelled order hold (accounting rules, "Cancellations"): nothing together.
 *
 * @param isOwed whether what was paid and not given back is owed to the shopper; else it counts as given back by the
 *     tenders of payment
 * @param isPosted by id, which refunds are in the ledger already
 * @param lists split the tenders by way of paying
 * @param limit the largest difference that may be rounding
 */
public record CancelledTenders(
        OrderReading reading, boolean isOwed, LongPredicate isPosted, Splits lists, Money limit) {

    /**
     * What each tender holds.
     *
     * @param isEntered by id, which refunds that count are in the ledger, or will be
     */
    public Amounts amounts(LongPredicate isEntered) {
        Amounts held = held(isEntered);
        if (!isOwed && refunds(isEntered).isEmpty()) {
            return Amounts.none(limit.currency());
        }
        return isOwed
                ? held.plus(Role.REFUNDS_OWED, held.sum().negated())
                : held.plus(OwnTenders.taking(held, held.sum()));
    }

    /** What was paid and not given back. */
    public Money kept(LongPredicate isEntered) {
        return held(isEntered).sum();
    }

    /** The figures of what each tender holds. */
    public Map<Purpose, Reckoning> terms(LongPredicate isEntered) {
        return CancelledTerms.of(held(isEntered), amounts(isEntered));
    }

    /** The figures by which a refund that comes after the cancellation changes them. */
    public Map<Purpose, Reckoning> terms(CountedRefund refund, Amounts before, Amounts after) {
        return new CancelledTerms(new RefundFigures(refund), before, after)
                .terms((payment, role) -> RefundTenders.tender(payment) == role);
    }

    private Amounts held(LongPredicate isEntered) {
        Amounts held = lists.ordered(new OrderFigures(reading, limit).tenders());
        for (CountedRefund refund : refunds(isEntered)) {
            Amounts back = new RefundTenders(refund, limit(refund)).amounts(held.byRole());
            held = held.plus(lists.paidBack(refund, back, held));
        }
        return held;
    }

    /** The payments of one that is in the ledger are not checked again. */
    private Money limit(CountedRefund refund) {
        return isPosted.test(refund.id())
                ? Money.rounded(refund.totalAmount(), limit.currency()).abs()
                : limit;
    }

    private List<CountedRefund> refunds(LongPredicate isEntered) {
        return CountedRefund.of(reading).stream()
                .filter(refund -> isEntered.test(refund.id()))
                .toList();
    }
}
