package io.ledgerbridge.posting.splits;

import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.ledger.Money;
import io.ledgerbridge.posting.amounts.Amounts;
import io.ledgerbridge.posting.amounts.CountedRefund;
import io.ledgerbridge.posting.amounts.RefundSplit;
import io.ledgerbridge.posting.amounts.Splits;
import io.ledgerbridge.posting.rules.Taxes;
import io.ledgerbridge.posting.rules.Tenders;
import java.util.List;
import java.util.Optional;

/**
 * One order's splits, by its channel's lists.
 *
 * @param isConfirmed whether the order was ever confirmed
 * @param channel the full name of the channel's settings
 * @param limit the largest difference that may be rounding
 */
public record ListedSplits(
        OrderReading reading, Tenders tenders, Taxes taxes, boolean isConfirmed, String channel, Money limit)
        implements Splits {

    @Override
    public Amounts ordered(Amounts byRole) {
        Amounts paid = tenders.isNone() ? byRole : tenderSplit().ordered(byRole);
        return taxes.isNone() ? paid : new TaxSplit(reading, codes(), refusals(), limit).ordered(paid);
    }

    @Override
    public Amounts paidBack(CountedRefund refund, Amounts byRole, Amounts left) {
        return tenders.isNone() ? byRole : new RefundTenderSplit(tenderSplit(), refund).paidBack(byRole, left);
    }

    @Override
    public Amounts refunded(CountedRefund refund, RefundSplit byRole, Amounts ordered, Amounts left, boolean isLast) {
        Amounts paid = paidBack(refund, byRole.amounts(), left);
        if (taxes.isNone()) {
            return paid;
        }
        RefundTaxSplit split = new RefundTaxSplit(reading, codes(), ordered, byRole.with(paid));
        return isLast ? new LastRefundTaxSplit(split, left).remainder() : split.part();
    }

    /** By what the order was paid, where its channel's list says that it makes no entry so. */
    public Optional<String> paidWithoutEntry() {
        List<String> sources = tenders.isNone() ? List.of() : payments().withoutEntry();
        return sources.isEmpty() ? Optional.empty() : Optional.of(String.join(" and ", sources));
    }

    private TenderSplit tenderSplit() {
        return new TenderSplit(payments(), tenders, refusals(), limit);
    }

    private Payments payments() {
        return new Payments(reading, tenders, isConfirmed);
    }

    private OrderTaxCodes codes() {
        return new OrderTaxCodes(reading, taxes, refusals());
    }

    private SplitRefusals refusals() {
        return new SplitRefusals(channel);
    }
}
