package io.ledgerbridge.posting.explained;

import io.ledgerbridge.ledger.Role;
import io.ledgerbridge.posting.explained.words.Phrase;
import java.math.BigDecimal;
import java.util.Set;

/** How an amount comes about: by a rule, from these figures. */
public record Reckoning(RuleName rule, Terms terms) {

    /** Of the figures of a net discount, those that are no parts. */
    private static final Set<Phrase> TOTALS =
            Set.of(Phrase.verbatim("order.total_inc_tax"), Phrase.verbatim("order.total_tax"));

    /** An order's own amount of a role that no list splits. */
    public static Reckoning ofOrder(Role role, Terms terms) {
        return new Reckoning(rule(role), terms);
    }

    public Reckoning with(Terms others) {
        return new Reckoning(rule, others);
    }

    /** A discount that is taken off revenue: an order's own rule says so, a refund's stays. */
    public Reckoning ofNetRevenue() {
        boolean isOrders = rule == RuleName.DISCOUNTS || rule == RuleName.TAX_BY_RATE;
        return new Reckoning(isOrders ? RuleName.NET_REVENUE : RuleName.REFUND_REVENUE, asDiscount());
    }

    /** An order's net discount as one figure. */
    private Terms asDiscount() {
        if (rule != RuleName.DISCOUNTS) {
            return terms;
        }
        BigDecimal total = terms.figures().stream()
                .filter(Reckoning::isTotal)
                .map(Figure::value)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .negate();
        BigDecimal parts = total.add(terms.sum());
        return Terms.of(
                Phrase.of("name.net-discount", parts, total),
                terms.sum(),
                Phrase.of("said.net-discount", parts, total));
    }

    static boolean isTotal(Figure figure) {
        return TOTALS.contains(figure.named());
    }

    Reckoning with(RuleName other, Terms others) {
        return new Reckoning(other, others);
    }

    private static RuleName rule(Role role) {
        return switch (role) {
            case RECEIVABLE -> RuleName.RECEIVABLE;
            case GIFT_CERTIFICATES_REDEEMED -> RuleName.GIFT_CERTIFICATES_REDEEMED;
            case STORE_CREDIT -> RuleName.STORE_CREDIT;
            case REFUNDS_OWED -> RuleName.REFUNDS_OWED;
            case DISCOUNTS -> RuleName.DISCOUNTS;
            case REVENUE -> RuleName.REVENUE;
            case GIFT_CERTIFICATES_SOLD -> RuleName.GIFT_CERTIFICATES_SOLD;
            case SHIPPING, HANDLING, WRAPPING -> RuleName.CHARGES;
            case FEES -> RuleName.FEES;
            case SALES_TAX -> RuleName.SALES_TAX;
            case ROUNDING -> RuleName.ROUNDING;
            case COST_OF_GOODS, INVENTORY -> RuleName.COST_OF_GOODS;
        };
    }
}
