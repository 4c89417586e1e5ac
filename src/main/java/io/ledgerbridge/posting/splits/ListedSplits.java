package io.ledgerbridge.posting.splits;

import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.ledger.Money;
import io.ledgerbridge.ledger.Purpose;
import io.ledgerbridge.ledger.Role;
import io.ledgerbridge.posting.amounts.Amounts;
import io.ledgerbridge.posting.amounts.CountedRefund;
import io.ledgerbridge.posting.amounts.RefundSplit;
import io.ledgerbridge.posting.amounts.Splits;
import io.ledgerbridge.posting.explained.Reckoning;
import io.ledgerbridge.posting.explained.Terms;
import io.ledgerbridge.posting.rules.Taxes;
import io.ledgerbridge.posting.rules.Tenders;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** One order's splits, by its channel's lists. */
public final class ListedSplits implements Splits {

    private final OrderReading reading;
    private final Optional<TenderSplit> tenders;
    private final Optional<OrderTaxCodes> codes;
    private final SplitRefusals refusals;
    private final Money limit;

    /**
     * @param isConfirmed whether the order was ever confirmed
     * @param channel the full name of the channel's settings
     * @param limit the largest difference that may be rounding
     */
    public ListedSplits(
            OrderReading reading, Tenders tenders, Taxes taxes, boolean isConfirmed, String channel, Money limit) {
        this.reading = reading;
        this.refusals = new SplitRefusals(channel);
        this.limit = limit;
        this.tenders = Optional.of(tenders)
                .filter(list -> !list.isNone())
                .map(list -> new TenderSplit(Payments.of(reading, list, isConfirmed), list, refusals, limit));
        this.codes = Optional.of(taxes)
                .filter(list -> !list.isNone())
                .map(list -> new OrderTaxCodes(reading, list, refusals));
    }

    @Override
    public Amounts ordered(Amounts byRole) {
        Amounts paid = tenders.map(split -> split.ordered(byRole)).orElse(byRole);
        return codes.map(its -> new TaxSplit(reading, its, refusals, limit).ordered(paid))
                .orElse(paid);
    }

    @Override
    public Amounts paidBack(CountedRefund refund, Amounts byRole, Amounts left) {
        return tenders.map(split -> new RefundTenderSplit(split, refund).paidBack(byRole, left))
                .orElse(byRole);
    }

    @Override
    public Amounts refunded(CountedRefund refund, RefundSplit byRole, Amounts ordered, Amounts left, boolean isLast) {
        Amounts paid = paidBack(refund, byRole.amounts(), left);
        return codes.map(its -> new RefundTaxSplit(reading, its, ordered, byRole.with(paid)))
                .map(split -> isLast ? new LastRefundTaxSplit(split, left).remainder() : split.part())
                .orElse(paid);
    }

    @Override
    public Map<Purpose, Reckoning> orderedTerms(Amounts byRole, Map<Role, Terms> terms) {
        Map<Purpose, Reckoning> all = new TreeMap<>(Splits.NONE.orderedTerms(byRole, terms));
        Terms due = terms.getOrDefault(Role.RECEIVABLE, Terms.NONE);
        tenders.ifPresent(split -> replace(all, TenderSplit.RECEIVABLE, new TenderTerms(split).of(byRole, due)));
        Amounts paid = tenders.map(split -> split.ordered(byRole)).orElse(byRole);
        codes.ifPresent(its -> replace(
                all, TaxSplit.TAXED, new TaxTerms(new TaxSplit(reading, its, refusals, limit)).of(paid, terms)));
        return all;
    }

    private static void replace(Map<Purpose, Reckoning> all, Set<Role> roles, Map<Purpose, Reckoning> split) {
        all.keySet().removeIf(purpose -> roles.contains(purpose.role()));
        all.putAll(split);
    }

    @Override
    public Map<Purpose, Terms> refundedTerms(CountedRefund refund, RefundSplit byRole, Amounts ordered, Amounts left) {
        Map<Purpose, Terms> all = new TreeMap<>();
        tenders.ifPresent(split ->
                all.putAll(new RefundTenderTerms(new RefundTenderSplit(split, refund)).of(byRole.amounts(), left)));
        Amounts paid = paidBack(refund, byRole.amounts(), left);
        codes.ifPresent(its -> all.putAll(new RefundTaxSplit(reading, its, ordered, byRole.with(paid)).terms()));
        return all;
    }

    /** By what the order was paid, where its channel's list says that it makes no entry so. */
    public Optional<String> paidWithoutEntry() {
        List<String> sources =
                tenders.map(split -> split.payments().withoutEntry()).orElse(List.of());
        return sources.isEmpty() ? Optional.empty() : Optional.of(String.join(" and ", sources));
    }
}
