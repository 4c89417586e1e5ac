package io.ledgerbridge.posting.splits;

import io.ledgerbridge.ledger.Money;
import io.ledgerbridge.ledger.Purpose;
import io.ledgerbridge.ledger.Role;
import io.ledgerbridge.posting.amounts.Amounts;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Splits the sale of an order's last refund: it takes what is left of each code.
 *
 * @param left of the order, before it
 */
record LastRefundTaxSplit(RefundTaxSplit refund, Amounts left) {

    private static final Set<Role> REVENUE = Set.of(Role.REVENUE);
    private static final Set<Role> SALES_TAX = Set.of(Role.SALES_TAX);

    Amounts remainder() {
        Amounts rest = left.only(TaxSplit.TAXED).negated();
        Amounts taxes = taxes(rest);
        return amounts()
                .without(TaxSplit.TAXED)
                .plus(rest.without(REVENUE).without(SALES_TAX))
                .plus(taxes)
                .plus(revenue(rest, taxes));
    }

    /** Each code's remainder, where the refund gives all of it back. */
    private Amounts taxes(Amounts rest) {
        Money back = amounts().of(Role.SALES_TAX);
        return back.equals(rest.of(Role.SALES_TAX))
                ? rest.only(SALES_TAX)
                : RefundTaxSplit.plus(Amounts.none(rest.currency()), refund.taxes());
    }

    /** Tax that isn't given back is revenue's, of the same code; so are cents, of the largest. */
    private Amounts revenue(Amounts rest, Amounts taxes) {
        Amounts revenue = rest.only(REVENUE);
        Amounts kept = rest.only(SALES_TAX).minus(taxes);
        for (Map.Entry<Purpose, Money> tax : kept.byPurpose().entrySet()) {
            revenue = revenue.plus(Purpose.taxed(Role.REVENUE, tax.getKey().taxCode()), tax.getValue());
        }
        Money cents = amounts().of(Role.REVENUE).minus(revenue.sum());
        return revenue.plus(largest(revenue), cents);
    }

    private static Purpose largest(Amounts revenue) {
        Map<Purpose, BigDecimal> sizes = new TreeMap<>();
        revenue.byPurpose().forEach((purpose, amount) -> sizes.put(purpose, amount.amount()));
        return Shares.largest(sizes).orElse(Purpose.of(Role.REVENUE));
    }

    private Amounts amounts() {
        return refund.refund().amounts();
    }
}
