package io.ledgerbridge.posting.explained;

/** The rules by which a line gets its amount, as {@code docs/accounting.md} heads them. */
public enum RuleName {
    RECEIVABLE("Receivable"),
    GIFT_CERTIFICATES_REDEEMED("Gift certificates redeemed"),
    STORE_CREDIT("Store credit"),
    REVENUE("Revenue"),
    GIFT_CERTIFICATES_SOLD("Gift certificates sold"),
    CHARGES("Shipping, handling and gift wrapping"),
    FEES("Fees"),
    SALES_TAX("Sales tax"),
    DISCOUNTS("Discounts"),
    NET_REVENUE("Revenue net of discounts"),
    ROUNDING("Rounding"),
    COST_OF_GOODS("Cost of goods"),
    WAYS_OF_PAYING("Ways of paying"),
    TAX_BY_RATE("Tax by rate"),
    REFUND_ITEMS("Items of a refund"),
    REFUND_REVENUE("Revenue of a refund"),
    REFUND_DISCOUNT("Discount of a refund"),
    REFUND_TAX("Tax of a refund"),
    REFUND_PAYMENTS("Payments of a refund"),
    REFUND_WITHOUT_PAYMENTS("Refund without payments"),
    REFUND_GOODS("Goods that come back"),
    LAST_REFUND("The last refund"),
    PARTLY_DECLINED("Partly declined refund"),
    RECORDED_REFUND("Recorded refund"),
    EARLIER_ORDER("Refund of an earlier order"),
    AFTER_CANCELLATION("Refund after a cancellation"),
    MOVED("Moved order"),
    CORRECTION("Correction"),
    REVERSAL("Reversal"),
    CANCELLATION("Cancelled order"),
    REFUNDS_OWED("Refunds owed"),
    SET_ASIDE("Changed since it was set aside"),
    BOOKS_ALONE("Told by the books alone");

    private final String label;

    RuleName(String label) {
        this.label = label;
    }

    /** As the docs head it. */
    public String label() {
        return label;
    }
}
