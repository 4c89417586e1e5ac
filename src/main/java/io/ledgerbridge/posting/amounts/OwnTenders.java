package io.ledgerbridge.posting.amounts;

import io.ledgerbridge.ledger.Money;
import io.ledgerbridge.ledger.Purpose;
import io.ledgerbridge.ledger.Role;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.Map;

/** The tenders of an order, where nothing tells by which of them money went back. */
final class OwnTenders {

    private OwnTenders() {}

    /**
     * Takes an amount from the tenders, in proportion of what is left of each.
     *
     * @param left positive where a tender still holds what was paid by it; others are left alone
     * @return minus the amount, in all
     */
    static Amounts taking(Amounts left, Money amount) {
        Amounts there = holding(left);
        Amounts taken = Amounts.none(amount.currency());
        for (Map.Entry<Purpose, Money> tender : there.byPurpose().entrySet()) {
            taken = taken.plus(
                    tender.getKey(),
                    part(amount, tender.getValue(), there.sum()).negated());
        }
        return taken.plus(largest(there), amount.plus(taken.sum()).negated());
    }

    /** The tender with the largest amount, to which cents go. */
    static Purpose largest(Amounts tenders) {
        return tenders.byPurpose().entrySet().stream()
                .max(Comparator.comparing(tender -> tender.getValue().amount().abs()))
                .map(Map.Entry::getKey)
                .orElse(Purpose.of(Role.RECEIVABLE));
    }

    /** Those that still hold something. */
    static Amounts holding(Amounts left) {
        Amounts holding = Amounts.none(left.currency());
        for (Map.Entry<Purpose, Money> tender :
                left.only(Role.Kind.TENDER).byPurpose().entrySet()) {
            if (tender.getValue().signum() > 0) {
                holding = holding.plus(tender.getKey(), tender.getValue());
            }
        }
        return holding;
    }

    private static Money part(Money amount, Money tender, Money all) {
        BigDecimal part = amount.amount().multiply(tender.amount()).divide(all.amount(), MathContext.DECIMAL128);
        return Money.rounded(part, amount.currency());
    }
}
