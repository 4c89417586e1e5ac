package io.ledgerbridge.posting.splits;

import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.ledger.Money;
import io.ledgerbridge.ledger.Purpose;
import io.ledgerbridge.ledger.Role;
import io.ledgerbridge.posting.amounts.Amounts;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Splits an order's sale by tax code (accounting rules, "Tax by rate").
 *
 * @param limit the largest difference that may be rounding
 */
record TaxSplit(OrderReading reading, OrderTaxCodes codes, SplitRefusals refusals, Money limit) {

    /** The roles that bear a tax code: those of the sale, but for rounding. */
    static final Set<Role> TAXED = Set.copyOf(EnumSet.of(
            Role.REVENUE,
            Role.GIFT_CERTIFICATES_SOLD,
            Role.SHIPPING,
            Role.HANDLING,
            Role.WRAPPING,
            Role.FEES,
            Role.DISCOUNTS,
            Role.SALES_TAX));

    /** The order's amounts; those of its tenders alone stay as they are. */
    Amounts ordered(Amounts byRole) {
        if (byRole.only(Role.Kind.SALE).isNone()) {
            return byRole;
        }
        TaxRates rates = new TaxRates(reading, codes, refusals, limit);
        List<TaxedPart> parts =
                new DiscountedParts(new TaxedParts(reading, codes, rates, limit), rates, byRole).nearest();
        rates.check(parts, byRole.of(Role.SALES_TAX).negated());
        Amounts split = byRole.without(TAXED);
        for (Role role : TAXED) {
            split = plus(split, role, byRole.of(role), role == Role.SALES_TAX ? rates.taxes() : bases(parts, role));
        }
        return split;
    }

    /** Cents of which nothing tells the code have none. */
    private static Amounts plus(Amounts sums, Role role, Money amount, Map<Purpose, BigDecimal> exact) {
        if (exact.isEmpty()) {
            return sums.plus(role, amount);
        }
        Amounts all = sums;
        for (Map.Entry<Purpose, Money> share : Shares.rounded(amount, exact).entrySet()) {
            all = all.plus(share.getKey(), share.getValue());
        }
        return all;
    }

    private static Map<Purpose, BigDecimal> bases(List<TaxedPart> parts, Role role) {
        Map<Purpose, BigDecimal> bases = new TreeMap<>();
        for (TaxedPart part : parts) {
            BigDecimal amount = role == Role.DISCOUNTS
                    ? part.discount()
                    : part.role() == role ? part.amount().negate() : BigDecimal.ZERO;
            if (amount.signum() != 0) {
                bases.merge(Purpose.taxed(role, part.code()), amount, BigDecimal::add);
            }
        }
        return bases;
    }
}
