package io.ledgerbridge.posting.splits;

import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.ledger.Money;
import io.ledgerbridge.ledger.Purpose;
import io.ledgerbridge.ledger.Role;
import io.ledgerbridge.posting.amounts.Amounts;
import java.math.BigDecimal;
import java.util.Comparator;
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

    /** The roles that bear a tax code: those of the sale. */
    static final Set<Role> TAXED = Set.copyOf(EnumSet.of(
            Role.REVENUE,
            Role.GIFT_CERTIFICATES_SOLD,
            Role.SHIPPING,
            Role.HANDLING,
            Role.WRAPPING,
            Role.FEES,
            Role.DISCOUNTS,
            Role.ROUNDING,
            Role.SALES_TAX));

    TaxRates rates() {
        return new TaxRates(reading, codes, refusals, limit);
    }

    List<TaxedPart> parts(Amounts byRole) {
        return new DiscountedParts(new TaxedParts(reading, codes, rates(), limit), rates(), byRole).nearest();
    }

    /** The order's amounts; those of its tenders alone stay as they are. */
    Amounts ordered(Amounts byRole) {
        if (byRole.only(Role.Kind.SALE).isNone()) {
            return byRole;
        }
        TaxRates rates = rates();
        List<TaxedPart> parts = parts(byRole);
        rates.check(parts, byRole.of(Role.SALES_TAX).negated());
        Amounts split = byRole.without(TAXED);
        for (Role role : TAXED) {
            Map<Purpose, BigDecimal> exact = role == Role.SALES_TAX ? rates.taxes() : bases(parts, role);
            split = plus(split, byRole.of(role), exact.isEmpty() ? largest(parts, role) : exact);
        }
        return split;
    }

    private static Amounts plus(Amounts sums, Money amount, Map<Purpose, BigDecimal> exact) {
        Amounts all = sums;
        for (Map.Entry<Purpose, Money> share : Shares.rounded(amount, exact).entrySet()) {
            all = all.plus(share.getKey(), share.getValue());
        }
        return all;
    }

    /** Cents that are on no part, as rounding is, have the code of the largest. */
    private static Map<Purpose, BigDecimal> largest(List<TaxedPart> parts, Role role) {
        String code = parts.stream()
                .filter(part -> part.code() != null)
                .max(Comparator.comparing(part -> part.amount().abs()))
                .map(TaxedPart::code)
                .orElse(null);
        return Map.of(Purpose.taxed(role, code), BigDecimal.ZERO);
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
