package io.ledgerbridge.posting.explained;

import io.ledgerbridge.ledger.Role;

/** How an amount comes about: by a rule, from these figures. */
public record Reckoning(RuleName rule, Terms terms) {

    /** An order's own amount of a role that no list splits. */
    public static Reckoning ofOrder(Role role, Terms terms) {
        return new Reckoning(rule(role), terms);
    }

    public Reckoning with(Terms others) {
        return new Reckoning(rule, others);
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
