package io.ledgerbridge.posting.amounts;

import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.ledger.Money;
import io.ledgerbridge.ledger.Purpose;
import io.ledgerbridge.ledger.RefundId;
import io.ledgerbridge.ledger.Role;
import io.ledgerbridge.posting.explained.LastRefundTerms;
import io.ledgerbridge.posting.explained.Reckoning;
import io.ledgerbridge.posting.explained.RefundFigures;
import io.ledgerbridge.posting.explained.RuleName;
import io.ledgerbridge.posting.explained.Terms;
import io.ledgerbridge.posting.explained.words.Phrase;
import io.ledgerbridge.posting.explained.words.PurposeWords;
import io.ledgerbridge.posting.explained.words.TenderWords;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * BigCommerce's figures of which a refund's amounts are the sums.
 *
 * @param order those of the order's own amounts
 * @param earlier the refunds before it, by id
 */
record RefundTerms(
        RefundAmounts.Taken taken,
        OrderReading reading,
        Amounts ordered,
        Splits lists,
        Money limit,
        Map<Purpose, Reckoning> order,
        NavigableMap<Long, RefundSplit> earlier) {

    Map<Purpose, Reckoning> all() {
        Map<Purpose, Reckoning> all = new TreeMap<>();
        taken.split().amounts().byPurpose().forEach((purpose, amount) -> {
            Reckoning exact = of(purpose);
            Terms closed = exact.terms()
                    .closing(amount, taken.split().amounts().byPurpose().size(), Phrase.of("said.rounding"));
            all.put(purpose, new Reckoning(isWhole() ? exact.rule() : RuleName.PARTLY_DECLINED, closed));
        });
        return all;
    }

    private Reckoning of(Purpose purpose) {
        boolean isSplit = taken.split().amounts().byPurpose().keySet().stream()
                        .filter(other -> other.role() == purpose.role())
                        .count()
                > 1;
        return switch (purpose.role().kind()) {
            case GOODS ->
                new Reckoning(
                        RuleName.REFUND_GOODS,
                        purpose.role() == Role.COST_OF_GOODS
                                ? items().cost()
                                : items().cost().negated());
            case TENDER -> new Reckoning(paidBack(), isSplit ? share(purpose) : tender(purpose.role()));
            case SALE -> taken.isLast() ? last().of(purpose, isSplit ? share(purpose) : null) : part(purpose, isSplit);
        };
    }

    private RuleName paidBack() {
        boolean isKnown = !refund().refund().payments().isEmpty();
        return RefundId.isRecorded(refund().id())
                ? RuleName.RECORDED_REFUND
                : isKnown ? RuleName.REFUND_PAYMENTS : RuleName.REFUND_WITHOUT_PAYMENTS;
    }

    private Terms tender(Role tender) {
        Amounts byRole = taken.byRole().amounts();
        if (refund().refund().payments().isEmpty()) {
            Amounts held = OwnTenders.holding(taken.left().byRole());
            return Terms.of(
                    Phrase.of(
                            "name.share-left",
                            figures().totalName(),
                            PurposeWords.label(tender),
                            plain(held.of(tender)),
                            plain(held.sum())),
                    share(refund().totalAmount(), held.of(tender), held.sum()).negate(),
                    Phrase.of("said.share-left", "total_amount", plain(held.of(tender)), plain(held.sum())));
        }
        Terms payments = figures().payments(payment -> RefundTenders.tender(payment) == tender);
        boolean isAsPaid = Money.rounded(payments.sum(), limit.currency()).equals(byRole.of(tender));
        return isAsPaid ? payments : figures().total(-1).plus(others(tender, byRole.only(Role.Kind.TENDER)));
    }

    /** What the payments leave of the total is the largest one's. */
    private Terms others(Role tender, Amounts tenders) {
        return Terms.sum(tenders.byPurpose().entrySet().stream()
                .filter(other -> other.getKey().role() != tender)
                .map(other -> Terms.of(
                        Phrase.of(
                                "name.refund-by",
                                name(),
                                PurposeWords.label(other.getKey().role())),
                        other.getValue().negated().amount(),
                        TenderWords.wentBack(other.getKey()))));
    }

    private Reckoning part(Purpose purpose, boolean isSplit) {
        Role role = purpose.role();
        if (isSplit) {
            return new Reckoning(RuleName.TAX_BY_RATE, share(purpose));
        }
        return switch (role) {
            case SALES_TAX -> new Reckoning(RuleName.REFUND_TAX, figures().tax(1));
            case DISCOUNTS -> new Reckoning(RuleName.REFUND_DISCOUNT, items().discount());
            case REVENUE -> new Reckoning(RuleName.REFUND_REVENUE, revenue());
            default -> new Reckoning(RuleName.REFUND_ITEMS, items().of(role));
        };
    }

    /** The goods, and what the totals give beside all items. */
    private Terms revenue() {
        Terms goods = items().of(Role.REVENUE);
        Amounts itself = taken.byRole().amounts();
        Money told = Money.rounded(goods.sum(), limit.currency());
        if (told.equals(itself.of(Role.REVENUE))) {
            return goods;
        }
        Money others = itself.only(Role.Kind.SALE)
                .sum()
                .minus(itself.of(Role.REVENUE))
                .minus(itself.of(Role.SALES_TAX))
                .plus(told);
        return goods.plus(figures().total(1))
                .plus(figures().tax(-1))
                .plus(
                        Phrase.of("name.items-discounted", figures().named("items[*]")),
                        others.negated().amount(),
                        Phrase.of("said.items-discounted"));
    }

    private Terms share(Purpose purpose) {
        return lists.refundedTerms(refund(), taken.byRole(), ordered, taken.left())
                .getOrDefault(purpose, Terms.NONE);
    }

    private RefundFigures figures() {
        return new RefundFigures(refund());
    }

    private LastRefundTerms last() {
        return new LastRefundTerms(refund(), taken.split(), taken.left(), order, earlier);
    }

    private RefundItemTerms items() {
        Amounts byRole = ordered.byRole();
        RefundItems items =
                new RefundItems(refund(), reading, byRole, taken.left().byRole());
        return new RefundItemTerms(refund(), reading, items, byRole);
    }

    private CountedRefund refund() {
        return taken.refund();
    }

    private boolean isWhole() {
        return refund().isWhole();
    }

    private String name() {
        return refund().refund().name();
    }

    private static BigDecimal plain(Money amount) {
        return amount.amount();
    }

    private static BigDecimal share(BigDecimal amount, Money part, Money all) {
        return all.isZero()
                ? BigDecimal.ZERO
                : amount.multiply(part.amount()).divide(all.amount(), MathContext.DECIMAL128);
    }
}
