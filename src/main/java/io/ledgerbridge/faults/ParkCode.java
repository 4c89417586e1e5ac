package io.ledgerbridge.faults;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Why orders park: what accountants see, and a series of the metrics each, also at zero. The README's table says what to do
 * about each of them.
 */
public enum ParkCode {
    BOOKS_BEHIND,
    CHANGED_SINCE_SET_ASIDE,
    CLOSED_PERIOD,
    DISCOUNT_OUT_OF_RANGE,
    DUPLICATE_IN_X3,
    FOLDER_CHANGED,
    GAVE_UP,
    MISSING_ACCOUNT,
    ORDER_NOT_FOUND,
    PAYMENT_WITHOUT_ENTRY,
    PAYMENTS_EXCEED_ORDER,
    POISON,
    PRODUCTS_DIFFER,
    REFERENCE_TAKEN,
    REFERENCE_TOO_LONG,
    REFUND_AND_EDIT,
    REFUND_EXCEEDS_ORDER,
    REFUND_OF_EARLIER_ORDER,
    REFUNDED_WITHOUT_REFUND,
    REFUSED_BY_BIGCOMMERCE,
    REFUSED_BY_X3,
    TAX_DIFFERS,
    TEMPLATE_FAILED,
    TOTALS_DIFFER,
    UNKNOWN_CURRENCY,
    UNKNOWN_CUSTOMER,
    UNKNOWN_REFUND_ITEM,
    UNKNOWN_STATUS,
    UNKNOWN_TAX,
    UNKNOWN_TENDER,
    UNMAPPED_CHANNEL,
    UNREADABLE,
    UNREADABLE_EVENT,
    X3_LOOK_UP_REFUSED,
    X3_NUMBER,

    /** What the metrics call a reason that is none of these, such as one of another version. */
    OTHER;

    /** As rows, answers and metrics spell it, such as {@code closed-period}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The one that {@link #label()} spells so; empty where it is of another version. */
    public static Optional<ParkCode> ofLabel(String label) {
        return Arrays.stream(values())
                .filter(code -> code.label().equals(label))
                .findFirst();
    }
}
