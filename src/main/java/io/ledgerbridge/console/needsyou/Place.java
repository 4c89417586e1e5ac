package io.ledgerbridge.console.needsyou;

import io.ledgerbridge.faults.ParkCode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where a cause is mended. */
enum Place {
    MAPPING("/mapping"),
    CONNECTIONS("/connections"),
    SETTINGS(null),
    /** Connections says how the two sides answer. */
    BIGCOMMERCE("/connections"),
    SAGE_X3("/connections"),
    ORDER(null);

    private final @Nullable String path;

    Place(@Nullable String path) {
        this.path = path;
    }

    /** The page; null where it is none of the console's, or each order's own. */
    public @Nullable String path() {
        return path;
    }

    /** As the messages' keys end. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Place of(ParkCode code) {
        return switch (code) {
            case UNMAPPED_CHANNEL, MISSING_ACCOUNT, UNKNOWN_TENDER, UNKNOWN_TAX, UNKNOWN_CUSTOMER, REFUSED_BY_X3 ->
                MAPPING;
            case REFUSED_BY_BIGCOMMERCE, X3_LOOK_UP_REFUSED, FOLDER_CHANGED, BOOKS_BEHIND, GAVE_UP -> CONNECTIONS;
            case REFERENCE_TOO_LONG, TEMPLATE_FAILED -> SETTINGS;
            case CLOSED_PERIOD, REFERENCE_TAKEN, DUPLICATE_IN_X3, X3_NUMBER -> SAGE_X3;
            case CHANGED_SINCE_SET_ASIDE,
                    REFUNDED_WITHOUT_REFUND,
                    REFUND_OF_EARLIER_ORDER,
                    UNKNOWN_REFUND_ITEM,
                    ORDER_NOT_FOUND,
                    POISON,
                    OTHER -> ORDER;
            case DISCOUNT_OUT_OF_RANGE,
                    PAYMENT_WITHOUT_ENTRY,
                    PAYMENTS_EXCEED_ORDER,
                    PRODUCTS_DIFFER,
                    REFUND_AND_EDIT,
                    REFUND_EXCEEDS_ORDER,
                    TAX_DIFFERS,
                    TOTALS_DIFFER,
                    UNKNOWN_CURRENCY,
                    UNKNOWN_STATUS,
                    UNREADABLE,
                    UNREADABLE_EVENT -> BIGCOMMERCE;
        };
    }
}
