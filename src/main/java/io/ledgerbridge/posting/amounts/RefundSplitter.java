package io.ledgerbridge.posting.amounts;

import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.ledger.Money;
import io.ledgerbridge.ledger.Role;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/** Splits one refund by role. Its totals win: what they say beside its items is revenue's. */
final class RefundSplitter {

    private final CountedRefund refund;
    private final Amounts left;
    private final Money limit;
    private final RefundTenders tenders;
    private final RefundItems items;
    private final List<OrderFlag> flags = new ArrayList<>();

    /** @param left of the order, before this refund */
    RefundSplitter(CountedRefund refund, OrderReading reading, Amounts ordered, Amounts left, Money limit) {
        this.refund = refund;
        this.left = left;
        this.limit = limit;
        this.tenders = new RefundTenders(refund, limit);
        this.items = new RefundItems(refund, reading, ordered, left);
    }

    /**
     * One that a person has set aside: its tax and payments as they are, and revenue takes the rest.
     *
     * @param refund whose payments may sum to something else
     */
    static RefundSplit byTotals(CountedRefund refund, OrderReading reading, Amounts ordered) {
        Currency currency = ordered.currency();
        Money total = Money.rounded(refund.totalAmount(), currency);
        Amounts given = new RefundTenders(refund, total.abs())
                .amounts(Amounts.none(currency))
                .plus(Role.SALES_TAX, Money.rounded(refund.totalTax(), currency));
        return new RefundSplit(
                given.plus(Role.REVENUE, given.sum().negated()),
                RefundItems.parts(refund, reading, ordered),
                List.of());
    }

    /** @param isLast whether it takes what is left of every sale role */
    RefundSplit split(boolean isLast) {
        flagUnknownWay();
        Amounts paid = tenders.amounts(left);
        Amounts given = paid.plus(isLast ? remainder() : part());
        Amounts closed = given.plus(Role.REVENUE, given.sum().negated());
        Amounts whole = closed.plus(Goods.at(items.cost().negate(), limit.currency()));
        return new RefundSplit(whole, items.parts(), flags);
    }

    private Amounts part() {
        flagAdjusted();
        return items.amounts().plus(Role.SALES_TAX, tax());
    }

    /** But for revenue, which takes what the others leave. */
    private Amounts remainder() {
        Amounts remainder = left.only(Role.Kind.SALE).negated();
        Money rest = remainder.of(Role.SALES_TAX);
        Amounts others = remainder.plus(Role.REVENUE, remainder.of(Role.REVENUE).negated());
        return rest.minus(tax()).abs().minus(limit).signum() <= 0 ? others : others.plus(Role.SALES_TAX, kept(rest));
    }

    /** Minus the tax that was not refunded. */
    private Money kept(Money rest) {
        Money kept = rest.minus(tax());
        if (kept.signum() > 0) {
            flags.add(new OrderFlag(OrderFlag.Kind.TAX_NOT_REFUNDED, "tax of %s was not refunded".formatted(kept)));
        }
        return kept.negated();
    }

    private Money tax() {
        return Money.rounded(refund.totalTax(), limit.currency());
    }

    private void flagUnknownWay() {
        if (!tenders.isKnown()) {
            flags.add(new OrderFlag(
                    OrderFlag.Kind.WAY_OF_PAYMENT_UNKNOWN,
                    "refund %s names no payment, so it was taken from the order's own ways of paying"
                            .formatted(refund.refund().name())));
        }
    }

    private void flagAdjusted() {
        Money beside = items.beside();
        if (beside.abs().minus(items.tolerance()).signum() > 0) {
            flags.add(new OrderFlag(
                    OrderFlag.Kind.REFUND_ADJUSTED,
                    "refund %s is %s %s than its items are, which is revenue's"
                            .formatted(refund.refund().name(), beside.abs(), beside.signum() < 0 ? "less" : "more")));
        }
    }
}
