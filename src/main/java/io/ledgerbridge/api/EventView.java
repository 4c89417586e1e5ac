package io.ledgerbridge.api;

import io.ledgerbridge.queue.KeptEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event of an order as answers show it.
 *
 * @param id what a journal's {@code event} names
 * @param sha256 of the body, as it was delivered
 */
public record EventView(
        long id,
        @Nullable String scope,
        @Nullable Instant createdAt,
        Instant receivedAt,
        @Nullable Integer previousStatus,
        @Nullable Integer newStatus,
        @Nullable Long refund,
        String sha256) {

    static EventView of(KeptEvent event) {
        return new EventView(
                event.id(),
                event.scope(),
                event.createdAt(),
                event.receivedAt(),
                event.previousStatus(),
                event.newStatus(),
                event.refund(),
                event.bodySha256());
    }
}
