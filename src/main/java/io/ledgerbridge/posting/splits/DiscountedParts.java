package io.ledgerbridge.posting.splits;

import io.ledgerbridge.ledger.Role;
import io.ledgerbridge.posting.amounts.Amounts;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * The parts of an order, with its net discount on them: by what the products carry, the rest by amount. BigCommerce doesn't
 * say whether a discount holds tax, or whether the rest of it was on shipping: the reading holds by which its tax comes out
 * nearest.
 *
 * @param byRole the order's amounts
 */
record DiscountedParts(TaxedParts parts, TaxRates rates, Amounts byRole) {

    private static final Set<Role> GOODS = Set.of(Role.REVENUE);
    private static final Set<Role> SHIPPING = Set.of(Role.SHIPPING);

    /** Of two readings that are as near, the first holds. */
    List<TaxedPart> nearest() {
        boolean holdsTax = parts.reading().order().taxInclusive();
        List<List<TaxedPart>> readings = new ArrayList<>();
        for (boolean holds : new boolean[] {holdsTax, !holdsTax}) {
            readings.add(discounted(holds, GOODS));
            readings.add(discounted(holds, SHIPPING));
        }
        return readings.stream().min(Comparator.comparing(rates::miss)).orElseThrow();
    }

    private List<TaxedPart> discounted(boolean holdsTax, Set<Role> bearsRest) {
        List<TaxedPart> all = parts.all(holdsTax, byRole.of(Role.FEES).negated().amount());
        BigDecimal discount = byRole.of(Role.DISCOUNTS).amount();
        BigDecimal carried = sum(all, TaxedPart::discount);
        BigDecimal rest = discount.subtract(carried);
        BigDecimal bearing = sum(all, part -> bears(part, bearsRest));
        if (rest.signum() < 0 || bearing.signum() == 0) {
            return scaled(all, carried, discount);
        }
        return all.stream()
                .map(part -> part.withDiscount(part.discount().add(share(rest, bears(part, bearsRest), bearing))))
                .toList();
    }

    /** Where the products carry more than was taken off, in proportion of what they carry. */
    private static List<TaxedPart> scaled(List<TaxedPart> all, BigDecimal carried, BigDecimal discount) {
        return carried.signum() == 0
                ? all
                : all.stream()
                        .map(part -> part.withDiscount(share(discount, part.discount(), carried)))
                        .toList();
    }

    private static BigDecimal bears(TaxedPart part, Set<Role> roles) {
        return roles.contains(part.role()) ? part.amount() : BigDecimal.ZERO;
    }

    private static BigDecimal share(BigDecimal amount, BigDecimal part, BigDecimal whole) {
        return amount.multiply(part).divide(whole, MathContext.DECIMAL128);
    }

    private static BigDecimal sum(List<TaxedPart> parts, Function<TaxedPart, BigDecimal> amount) {
        return parts.stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
