package io.ledgerbridge.ledger;

import java.util.Locale;

/** What a line is for. Each role has the side on which it is written when nothing is taken back. */
public enum Role {
    RECEIVABLE(Kind.TENDER, Side.DEBIT),
    GIFT_CERTIFICATES_REDEEMED(Kind.TENDER, Side.DEBIT),
    STORE_CREDIT(Kind.TENDER, Side.DEBIT),
    REFUNDS_OWED(Kind.TENDER, Side.CREDIT),
    DISCOUNTS(Kind.SALE, Side.DEBIT),
    REVENUE(Kind.SALE, Side.CREDIT),
    GIFT_CERTIFICATES_SOLD(Kind.SALE, Side.CREDIT),
    SHIPPING(Kind.SALE, Side.CREDIT),
    HANDLING(Kind.SALE, Side.CREDIT),
    WRAPPING(Kind.SALE, Side.CREDIT),
    FEES(Kind.SALE, Side.CREDIT),
    SALES_TAX(Kind.SALE, Side.CREDIT),
    ROUNDING(Kind.SALE, Side.BY_SIGN),
    COST_OF_GOODS(Kind.GOODS, Side.DEBIT),
    INVENTORY(Kind.GOODS, Side.CREDIT);

    /** What a role is part of. */
    public enum Kind {
        /** What was sold, and its tax. */
        SALE,
        /** How it is paid, and paid back. */
        TENDER,
        /** What it cost. */
        GOODS
    }

    /** The side of an account; {@code BY_SIGN} where the amount's sign decides. */
    public enum Side {
        DEBIT,
        CREDIT,
        BY_SIGN
    }

    private final Kind kind;
    private final Side side;

    Role(Kind kind, Side side) {
        this.kind = kind;
        this.side = side;
    }

    public Kind kind() {
        return kind;
    }

    public Side side() {
        return side;
    }

    /** Whether it is a way of paying. What is owed for a cancelled order is none: the money is still there. */
    public boolean isWayOfPaying() {
        return kind == Kind.TENDER && this != REFUNDS_OWED;
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
