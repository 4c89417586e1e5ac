package io.ledgerbridge.posting.explained;

import io.ledgerbridge.ledger.Money;
import io.ledgerbridge.ledger.Purpose;
import io.ledgerbridge.ledger.RefundId;
import io.ledgerbridge.ledger.Role;
import io.ledgerbridge.posting.amounts.Amounts;
import io.ledgerbridge.posting.amounts.CountedRefund;
import io.ledgerbridge.posting.amounts.RefundSplit;
import io.ledgerbridge.posting.explained.words.Phrase;
import io.ledgerbridge.posting.explained.words.PurposeWords;
import java.math.BigDecimal;
import java.util.Map;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/**
 * The figures of an order's last refund: what is left of each sale role.
 *
 * @param before what is left of the order before it
 * @param order the figures of the order's own amounts
 * @param earlier the refunds before it, by id
 */
public record LastRefundTerms(
        CountedRefund refund,
        RefundSplit split,
        Amounts before,
        Map<Purpose, Reckoning> order,
        NavigableMap<Long, RefundSplit> earlier) {

    private static final String KEPT = "name.tax-kept";
    private static final String BEYOND = "name.beyond";

    /**
     * What the last refund takes of a purpose.
     *
     * @param share of the refund's own tax, where the role is split by tax code; else null
     */
    public Reckoning of(Purpose purpose, @Nullable Terms share) {
        Terms left = left(purpose);
        Money amount = split.amounts().of(purpose);
        if (Money.rounded(left.sum(), amount.currency()).equals(amount)) {
            return new Reckoning(RuleName.LAST_REFUND, left);
        }
        return switch (purpose.role()) {
            case SALES_TAX ->
                share == null
                        ? new Reckoning(RuleName.REFUND_TAX, figures().tax(1))
                        : new Reckoning(RuleName.TAX_BY_RATE, share);
            case REVENUE ->
                new Reckoning(
                        RuleName.LAST_REFUND,
                        share == null ? kept(purpose, left).plus(beyond()) : kept(purpose, left));
            default -> new Reckoning(RuleName.LAST_REFUND, left);
        };
    }

    /** Tax that isn't given back is revenue's, of the same code. */
    private Terms kept(Purpose purpose, Terms left) {
        Purpose tax = Purpose.taxed(Role.SALES_TAX, purpose.taxCode());
        Money kept = before.of(tax).plus(split.amounts().of(tax)).negated();
        return left.plus(
                Phrase.of(KEPT, figures().name(), PurposeWords.label(tax)),
                kept.amount(),
                Phrase.of(kept.signum() < 0 ? "said.tax-beyond" : "said.tax-kept", PurposeWords.spoken(tax)));
    }

    /** Cents by which the refunds exceed the order. */
    private Terms beyond() {
        Money left = before.only(Role.Kind.SALE).sum().negated();
        BigDecimal more = refund.totalAmount().subtract(left.amount());
        return Terms.of(
                Phrase.of(BEYOND, figures().name()), more, Phrase.of(more.signum() < 0 ? "said.short" : "said.beyond"));
    }

    /** Whether a figure is of what was left of a purpose. */
    static boolean isLeft(Figure figure) {
        return !figure.named().key().equals(KEPT) && !figure.named().key().equals(BEYOND);
    }

    /** What the order has of it, less what the refunds before gave back. */
    private Terms left(Purpose purpose) {
        Reckoning its = order.get(purpose);
        Terms left = its == null ? Terms.NONE : its.terms().negated();
        for (Map.Entry<Long, RefundSplit> one : earlier.entrySet()) {
            String name = RefundId.name(one.getKey());
            left = left.plus(
                    Phrase.of("name.refund-its", name, PurposeWords.label(purpose)),
                    one.getValue().amounts().of(purpose).negated().amount(),
                    Phrase.of("said.gave-back", name));
        }
        return left;
    }

    private RefundFigures figures() {
        return new RefundFigures(refund);
    }
}
