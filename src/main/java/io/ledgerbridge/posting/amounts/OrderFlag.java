package io.ledgerbridge.posting.amounts;

import java.util.Locale;

/**
 * What a person should know of an order whose entries are right all the same.
 *
 * @param detail with the figures
 */
public record OrderFlag(Kind kind, String detail) {

    /** What is flagged. */
    public enum Kind {
        CANCELLED_MONEY_NOT_GIVEN_BACK,
        ON_HOLD,
        RECORDED_REFUND_REPLACED,
        REFUND_ADJUSTED,
        REFUND_DECLINED,
        TAX_NOT_REFUNDED,
        WAY_OF_PAYMENT_UNKNOWN
    }

    /** As rows and answers spell it, such as {@code tax-not-refunded}. */
    public String code() {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
