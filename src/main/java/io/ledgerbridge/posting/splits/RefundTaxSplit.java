package io.ledgerbridge.posting.splits;

import io.ledgerbridge.bigcommerce.OrderProduct;
import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.ledger.Money;
import io.ledgerbridge.ledger.Purpose;
import io.ledgerbridge.ledger.Role;
import io.ledgerbridge.posting.amounts.Amounts;
import io.ledgerbridge.posting.amounts.RefundSplit;
import io.ledgerbridge.posting.amounts.RefundedPart;
import io.ledgerbridge.posting.explained.Terms;
import io.ledgerbridge.posting.explained.words.Phrase;
import io.ledgerbridge.posting.explained.words.PurposeWords;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Splits a refund's sale by tax code: items take their product's code, what the totals say beside them goes by what was sold.
 * Its tax is split in proportion of what the codes charge on what was refunded.
 *
 * @param ordered the order's amounts, by tax code
 */
record RefundTaxSplit(OrderReading reading, OrderTaxCodes codes, Amounts ordered, RefundSplit refund) {

    /** Of a refund that leaves something of its order. */
    Amounts part() {
        Amounts split = refund.amounts().without(TaxSplit.TAXED);
        for (Role role : EnumSet.complementOf(EnumSet.of(Role.SALES_TAX, Role.DISCOUNTS))) {
            if (TaxSplit.TAXED.contains(role)) {
                split = plus(split, base(role));
            }
        }
        split = plus(split, shared(Role.DISCOUNTS, discountWeights(split)));
        return plus(split, taxes());
    }

    /** Each code's share of a role, with what it goes by. */
    Map<Purpose, Terms> terms() {
        Map<Purpose, Terms> terms = new TreeMap<>();
        Amounts split = part();
        for (Role role : TaxSplit.TAXED) {
            Map<Purpose, BigDecimal> weights = switch (role) {
                case SALES_TAX -> taxWeights();
                case DISCOUNTS -> discountWeights(split);
                default -> baseWeights(role);
            };
            weights.forEach((purpose, weight) -> terms.put(purpose, terms(role, weights, purpose)));
        }
        return terms;
    }

    private Terms terms(Role role, Map<Purpose, BigDecimal> weights, Purpose purpose) {
        Money amount = refund.amounts().of(role);
        Object[] values = {
            PurposeWords.label(role),
            amount.abs().amount(),
            shown(weights.getOrDefault(purpose, BigDecimal.ZERO)),
            shown(Shares.sum(weights))
        };
        return Terms.of(
                Phrase.of("name.share", values),
                Shares.exact(amount, weights, purpose),
                Phrase.of("said.share", values));
    }

    private static BigDecimal shown(BigDecimal weight) {
        return weight.abs().setScale(4, RoundingMode.HALF_UP).stripTrailingZeros();
    }

    /**
     * What the items are, each by its own code, and what the totals say beside them in proportion of that. What belongs to no
     * item, as an amount of the order does, goes by what was sold.
     */
    private Map<Purpose, Money> base(Role role) {
        return shared(role, baseWeights(role));
    }

    private Map<Purpose, Money> shared(Role role, Map<Purpose, BigDecimal> weights) {
        Money amount = refund.amounts().of(role);
        return Shares.sum(weights).signum() == 0
                ? Map.of(Purpose.of(role), amount)
                : Shares.inProportion(amount, weights);
    }

    private Map<Purpose, BigDecimal> baseWeights(Role role) {
        Money amount = refund.amounts().of(role);
        Map<Purpose, BigDecimal> sold = sold(role);
        Map<Purpose, BigDecimal> weights = items(role, RefundedPart::amount);
        BigDecimal ofNoItem = ofNoItem(role);
        if (Shares.sum(sold).signum() != 0) {
            BigDecimal spread = Shares.sum(weights).signum() == 0 ? amount.amount() : ofNoItem;
            BigDecimal all = Shares.sum(sold);
            sold.forEach((purpose, each) ->
                    weights.merge(purpose, spread.multiply(each).divide(all, MathContext.DECIMAL128), BigDecimal::add));
        }
        return weights;
    }

    private BigDecimal ofNoItem(Role role) {
        return refund.parts().stream()
                .filter(part -> part.role() == role && purposes(part, role).isEmpty())
                .map(RefundedPart::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Map<Purpose, BigDecimal> discountWeights(Amounts split) {
        Map<Purpose, BigDecimal> weights = items(Role.DISCOUNTS, RefundedPart::discount);
        inProportion(split, beyondCarried())
                .forEach((purpose, share) -> weights.merge(purpose, share, BigDecimal::add));
        return Shares.sum(weights).signum() == 0 ? sold(Role.DISCOUNTS) : weights;
    }

    /** The order's discount by code, less what its products carry. */
    private Map<Purpose, BigDecimal> beyondCarried() {
        Map<Purpose, BigDecimal> beyond = sold(Role.DISCOUNTS);
        boolean holdsTax = reading.order().taxInclusive();
        for (OrderProduct product : reading.products()) {
            Purpose purpose = Purpose.taxed(Role.DISCOUNTS, codes.of(product));
            beyond.computeIfPresent(
                    purpose,
                    (code, all) -> all.subtract(product.discountExTax(holdsTax)).max(BigDecimal.ZERO));
        }
        return beyond;
    }

    /** Its tax, by what the rates on its items make of them; where these tell nothing, by the order's own. */
    Map<Purpose, Money> taxes() {
        return shared(Role.SALES_TAX, taxWeights());
    }

    private Map<Purpose, BigDecimal> taxWeights() {
        Map<Purpose, BigDecimal> weights = new RefundedRates(reading, codes, refund).weights();
        return Shares.sum(weights).signum() == 0 ? sold(Role.SALES_TAX) : weights;
    }

    /** So much of each code's discount as was refunded of its goods. */
    private Map<Purpose, BigDecimal> inProportion(Amounts split, Map<Purpose, BigDecimal> discounts) {
        Map<Purpose, BigDecimal> weights = new TreeMap<>();
        discounts.forEach((purpose, each) -> {
            Purpose goods = Purpose.taxed(Role.REVENUE, purpose.taxCode());
            BigDecimal whole = ordered.of(goods).negated().amount();
            if (whole.signum() != 0) {
                weights.put(purpose, split.of(goods).amount().multiply(each).divide(whole, MathContext.DECIMAL128));
            }
        });
        return weights;
    }

    private Map<Purpose, BigDecimal> items(Role role, Function<RefundedPart, BigDecimal> amount) {
        Map<Purpose, BigDecimal> sums = new TreeMap<>();
        for (RefundedPart part : refund.parts()) {
            boolean isIts = role == Role.DISCOUNTS || part.role() == role;
            List<Purpose> purposes = isIts ? purposes(part, role) : List.of();
            purposes.forEach(purpose -> sums.merge(purpose, amount.apply(part), BigDecimal::add));
        }
        return sums;
    }

    /** Of a charge, the only code that the order has it by, if there is one. */
    private List<Purpose> purposes(RefundedPart part, Role role) {
        Long product = part.product();
        if (product == null) {
            List<Purpose> only = List.copyOf(sold(role).keySet());
            return only.size() == 1 ? only : List.of();
        }
        return reading.product(product).stream()
                .map(sold -> role == Role.WRAPPING ? codes.ofWrapping(sold) : codes.of(sold))
                .map(code -> Purpose.taxed(role, code))
                .filter(purpose -> role != Role.WRAPPING || sold(role).containsKey(purpose))
                .toList();
    }

    private Map<Purpose, BigDecimal> sold(Role role) {
        Map<Purpose, BigDecimal> sold = new TreeMap<>();
        ordered.only(Set.of(role)).byPurpose().forEach((purpose, amount) -> sold.put(purpose, amount.amount()));
        return sold;
    }

    static Amounts plus(Amounts sums, Map<Purpose, Money> more) {
        Amounts all = sums;
        for (Map.Entry<Purpose, Money> each : more.entrySet()) {
            all = all.plus(each.getKey(), each.getValue());
        }
        return all;
    }
}
