package io.ledgerbridge.queue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event as it was kept.
 *
 * @param order absent on events that concern no order
 * @param createdAt BigCommerce's word for when it happened, to the second
 */
public record KeptEvent(
        long id,
        String store,
        @Nullable Long order,
        Disposition disposition,
        @Nullable String scope,
        @Nullable Instant createdAt,
        @Nullable Integer previousStatus,
        @Nullable Integer newStatus,
        @Nullable Long refund,
        String bodySha256,
        Instant receivedAt) {

    /** What an event was kept as. */
    public enum Disposition {
        ORDER,
        IGNORED,
        UNREADABLE;

        /** As rows and answers spell it. */
        public String label() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
