package io.ledgerbridge.posting;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What BigCommerce's {@code status_id} means for the ledger (accounting rules, "When"). */
public enum ShopOrderStatus {
    /** Incomplete, cancelled, declined: the order and its refunds come to nothing. */
    VOID,
    /** The order waits for its payment. */
    PENDING,
    /** The order stands. */
    CONFIRMED;

    /** Of an order that was confirmed before, "on hold in the shop". */
    static final int MANUAL_VERIFICATION = 12;

    /** The meaning of an id from 0 to 14; none for any other. */
    static Optional<ShopOrderStatus> ofId(int statusId) {
        return switch (statusId) {
            case 0, 5, 6 -> Optional.of(VOID);
            case 1, 7, 12 -> Optional.of(PENDING);
            case 2, 3, 4, 8, 9, 10, 11, 13, 14 -> Optional.of(CONFIRMED);
            default -> Optional.empty();
        };
    }

    /** Whether the shop says that money was given back: 4, 14. */
    static boolean isRefunded(int statusId) {
        return statusId == 4 || statusId == 14;
    }

    /** Whether an id, where one is told, has this meaning. */
    public boolean isMeantBy(@Nullable Integer statusId) {
        return statusId != null && ofId(statusId).filter(this::equals).isPresent();
    }
}
