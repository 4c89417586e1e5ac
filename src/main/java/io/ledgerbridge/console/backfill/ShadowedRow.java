package io.ledgerbridge.console.backfill;

import io.ledgerbridge.catchup.shadow.ShadowCause;
import io.ledgerbridge.catchup.shadow.ShadowedOrder;
import io.ledgerbridge.faults.ParkCode;
import org.jspecify.annotations.Nullable;

/**
 * Orders with what they would come to: one, or all that would for one reason.
 *
 * @param order null where it is several
 * @param outcome as links and messages spell it
 * @param reason the code of why they would park or could not be read; null where it is neither
 * @param cause the same as the messages' keys end
 * @param orders how many
 */
record ShadowedRow(
        @Nullable ShadowedOrder order,
        String outcome,
        @Nullable String reason,
        @Nullable String cause,
        long orders) {

    static ShadowedRow of(ShadowedOrder order) {
        return new ShadowedRow(order, order.outcome(), order.reason(), key(order.reason()), 1);
    }

    static ShadowedRow of(ShadowCause cause) {
        return new ShadowedRow(null, cause.outcome().label(), cause.reason(), key(cause.reason()), cause.orders());
    }

    /** Of a reason the end of the messages' keys; null where it is none. */
    static @Nullable String key(@Nullable String reason) {
        return reason == null
                ? null
                : ParkCode.ofLabel(reason).orElse(ParkCode.OTHER).label();
    }
}
