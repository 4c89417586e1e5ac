package io.ledgerbridge.posting.amounts;

import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.ledger.Money;
import io.ledgerbridge.ledger.Purpose;
import io.ledgerbridge.ledger.Role;
import io.ledgerbridge.posting.explained.Reckoning;
import io.ledgerbridge.posting.explained.RuleName;
import io.ledgerbridge.posting.explained.Terms;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
        Map<Purpose, Reckoning> terms = new TreeMap<>();
        Amounts held = held(isEntered);
        Amounts all = amounts(isEntered);
        all.byPurpose()
                .forEach((purpose, amount) -> terms.put(
                        purpose,
                        purpose.role() == Role.REFUNDS_OWED
                                ? new Reckoning(
                                        RuleName.REFUNDS_OWED, each(held).negated())
                                : new Reckoning(RuleName.CANCELLATION, kept(purpose, held.of(purpose), amount))));
        return terms;
    }

    private static Terms kept(Purpose tender, Money held, Money kept) {
        return Terms.of(
                        "paid by %s and not given back".formatted(tender),
                        held.amount(),
                        "what was paid by it and not given back")
                .plus(
                        "counted as given back by %s".formatted(tender),
                        kept.minus(held).amount(),
                        "what counts as given back by it");
    }

    private static Terms each(Amounts held) {
        return Terms.sum(held.byPurpose().entrySet().stream()
                .map(tender -> Terms.of(
                        "paid by %s and not given back".formatted(tender.getKey()),
                        tender.getValue().amount(),
                        "what was paid by %s and not given back"
                                .formatted(tender.getKey().toString().replace('-', ' ')))));
    }

    /** The figures by which a refund that comes after the cancellation changes them. */
    public Map<Purpose, Reckoning> terms(CountedRefund refund, Amounts before, Amounts after) {
        Map<Purpose, Reckoning> terms = new TreeMap<>();
        String name = refund.refund().name();
        Money total = Money.rounded(refund.totalAmount(), limit.currency());
        after.minus(before).byPurpose().forEach((purpose, amount) -> {
            boolean isAll = amount.abs().equals(total.abs());
            Terms whole = Terms.of(
                    "refund %s total_amount%s".formatted(name, refund.howMuchCounts()),
                    amount.signum() < 0
                            ? refund.totalAmount().abs().negate()
                            : refund.totalAmount().abs(),
                    "total_amount");
            Terms change = Terms.of(
                            "%s after refund %s".formatted(purpose, name),
                            after.of(purpose).amount(),
                            "what it should hold with refund %s".formatted(name))
                    .plus(
                            "%s before refund %s".formatted(purpose, name),
                            before.of(purpose).negated().amount(),
                            "what it should hold without it");
            Terms paid = purpose.tender() == null && purpose.role() != Role.REFUNDS_OWED
                    ? RefundTerms.payments(refund, payment -> RefundTenders.tender(payment) == purpose.role())
                    : Terms.NONE;
            boolean isPaid = Money.rounded(paid.sum(), limit.currency()).equals(amount);
            terms.put(purpose, new Reckoning(RuleName.AFTER_CANCELLATION, isPaid ? paid : isAll ? whole : change));
        });
        return terms;
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
