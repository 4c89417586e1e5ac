package io.ledgerbridge.ledger;

import java.util.Locale;

/** What a line is for. Each role has the side on which it is written when nothing is taken back. */
public enum Role {
    RECEIVABLE(Side.DEBIT),
    GIFT_CERTIFICATES_REDEEMED(Side.DEBIT),
    STORE_CREDIT(Side.DEBIT),
    DISCOUNTS(Side.DEBIT),
    REVENUE(Side.CREDIT),
    GIFT_CERTIFICATES_SOLD(Side.CREDIT),
    SHIPPING(Side.CREDIT),
    HANDLING(Side.CREDIT),
    WRAPPING(Side.CREDIT),
    FEES(Side.CREDIT),
    SALES_TAX(Side.CREDIT),
    ROUNDING(Side.BY_SIGN),
    COST_OF_GOODS(Side.DEBIT),
    INVENTORY(Side.CREDIT);

    /** The side of an account; {@code BY_SIGN} where the amount's sign decides. */
    public enum Side {
        DEBIT,
        CREDIT,
        BY_SIGN
    }

    private final Side side;

    Role(Side side) {
        this.side = side;
    }

    public Side side() {
        return side;
    }

    /** The role as settings, rows and answers spell it: {@code cost-of-goods}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The role that {@link #label()} spells so. */
    public static Role ofLabel(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
