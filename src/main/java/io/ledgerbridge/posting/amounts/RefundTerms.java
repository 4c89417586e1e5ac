package io.ledgerbridge.posting.amounts;

import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.bigcommerce.Refund;
import io.ledgerbridge.ledger.Money;
import io.ledgerbridge.ledger.Purpose;
import io.ledgerbridge.ledger.RefundId;
import io.ledgerbridge.ledger.Role;
import io.ledgerbridge.posting.explained.Reckoning;
import io.ledgerbridge.posting.explained.RuleName;
import io.ledgerbridge.posting.explained.Terms;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;

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
            Terms closed = exact.terms().closing(amount, "rounding", "cents of rounding");
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
            case SALE -> taken.isLast() ? remainder(purpose, isSplit) : part(purpose, isSplit);
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
                    "%s × %s left %s ÷ %s"
                            .formatted(total(), tender.label(), plain(held.of(tender)), plain(held.sum())),
                    share(refund().totalAmount(), held.of(tender), held.sum()).negate(),
                    "total_amount × what is left of it %s ÷ what is left of all %s ="
                            .formatted(plain(held.of(tender)), plain(held.sum())));
        }
        Terms payments = payments(payment -> RefundTenders.tender(payment) == tender);
        boolean isAsPaid = Money.rounded(payments.sum(), limit.currency()).equals(byRole.of(tender));
        return isAsPaid ? payments : total(-1).plus(others(tender, byRole.only(Role.Kind.TENDER)));
    }

    /** What the payments leave of the total is the largest one's. */
    private Terms others(Role tender, Amounts tenders) {
        return Terms.sum(tenders.byPurpose().entrySet().stream()
                .filter(other -> other.getKey().role() != tender)
                .map(other -> Terms.of(
                        "refund %s by %s"
                                .formatted(name(), other.getKey().role().label()),
                        other.getValue().negated().amount(),
                        "what went back by " + other.getKey().role().label())));
    }

    private Terms payments(Predicate<Refund.Payment> which) {
        return payments(refund(), which);
    }

    /** Minus those that were not declined. */
    static Terms payments(CountedRefund counted, Predicate<Refund.Payment> which) {
        List<Refund.Payment> all = counted.refund().payments();
        String name = counted.refund().name();
        return Terms.sum(all.stream()
                .filter(payment -> !payment.declined() && which.test(payment))
                .map(payment -> Terms.of(
                        RefundId.isRecorded(counted.id())
                                ? "refund %s amount".formatted(name)
                                : "refund %s payments[%d].amount".formatted(name, all.indexOf(payment)),
                        payment.amount().negate(),
                        "the payment by " + (payment.providerId() == null ? "nobody" : payment.providerId()))));
    }

    private Reckoning part(Purpose purpose, boolean isSplit) {
        Role role = purpose.role();
        if (isSplit) {
            return new Reckoning(RuleName.TAX_BY_RATE, share(purpose));
        }
        return switch (role) {
            case SALES_TAX -> new Reckoning(RuleName.REFUND_TAX, tax(1));
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
        return goods.plus(total(1))
                .plus(tax(-1))
                .plus(
                        "refund %s items[*] without tax, after their discount".formatted(name()),
                        others.negated().amount(),
                        "its items without tax, after their discount");
    }

    private Reckoning remainder(Purpose purpose, boolean isSplit) {
        Amounts itself = taken.split().amounts();
        Terms left = left(purpose);
        boolean isLeft = Money.rounded(left.sum(), limit.currency()).equals(itself.of(purpose));
        if (isLeft || (isSplit && purpose.role() != Role.SALES_TAX)) {
            return new Reckoning(RuleName.LAST_REFUND, isLeft ? left : kept(purpose, left));
        }
        return switch (purpose.role()) {
            case SALES_TAX ->
                isSplit
                        ? new Reckoning(RuleName.TAX_BY_RATE, share(purpose))
                        : new Reckoning(RuleName.LAST_REFUND, tax(1));
            case REVENUE -> new Reckoning(RuleName.LAST_REFUND, rest(itself));
            default -> new Reckoning(RuleName.LAST_REFUND, left);
        };
    }

    /** Tax that isn't given back is revenue's, of the same code. */
    private Terms kept(Purpose purpose, Terms left) {
        Purpose tax = Purpose.taxed(Role.SALES_TAX, purpose.taxCode());
        Money kept = taken.left().of(tax).plus(taken.split().amounts().of(tax)).negated();
        return left.plus(
                "%s that refund %s doesn't give back".formatted(tax, name()),
                kept.amount(),
                "%s that it doesn't give back".formatted(tax));
    }

    /** What its total leaves after all others. */
    private Terms rest(Amounts itself) {
        Terms rest = total(1);
        for (Map.Entry<Purpose, Money> other :
                itself.only(Role.Kind.SALE).byPurpose().entrySet()) {
            if (other.getKey().role() != Role.REVENUE) {
                rest = rest.plus(
                        "%s of refund %s".formatted(other.getKey(), name()),
                        other.getValue().negated().amount(),
                        "its " + other.getKey());
            }
        }
        return rest;
    }

    /** What the order has of it, less what the refunds before gave back. */
    private Terms left(Purpose purpose) {
        Reckoning its = order.get(purpose);
        Terms left = its == null ? Terms.NONE : its.terms().negated();
        for (Map.Entry<Long, RefundSplit> before : earlier.entrySet()) {
            String refund = RefundId.name(before.getKey());
            left = left.plus(
                    "refund %s, its %s".formatted(refund, purpose),
                    before.getValue().amounts().of(purpose).negated().amount(),
                    "what refund %s gave back".formatted(refund));
        }
        return left;
    }

    private Terms share(Purpose purpose) {
        return lists.refundedTerms(refund(), taken.byRole(), ordered, taken.left())
                .getOrDefault(purpose, Terms.NONE);
    }

    private Terms total(int sign) {
        return Terms.of(total(), signed(refund().totalAmount(), sign), isRecorded() ? "its amount" : "total_amount");
    }

    private String total() {
        return "refund %s %s%s".formatted(name(), isRecorded() ? "amount" : "total_amount", refund().howMuchCounts());
    }

    private Terms tax(int sign) {
        return Terms.of(
                "refund %s %s%s".formatted(name(), isRecorded() ? "tax" : "total_tax", refund().howMuchCounts()),
                signed(refund().totalTax(), sign),
                isRecorded() ? "its tax" : "total_tax");
    }

    private static BigDecimal signed(BigDecimal amount, int sign) {
        return sign < 0 ? amount.negate() : amount;
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

    private boolean isRecorded() {
        return RefundId.isRecorded(refund().id());
    }

    private String name() {
        return refund().refund().name();
    }

    private static String plain(Money amount) {
        return amount.amount().toPlainString();
    }

    private static BigDecimal share(BigDecimal amount, Money part, Money all) {
        return all.isZero()
                ? BigDecimal.ZERO
                : amount.multiply(part.amount()).divide(all.amount(), MathContext.DECIMAL128);
    }
}
