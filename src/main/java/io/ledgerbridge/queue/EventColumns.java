package io.ledgerbridge.queue;

import io.ledgerbridge.bigcommerce.WebhookEvent;
import io.ledgerbridge.bigcommerce.WebhookEvent.OnOrder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a row of {@code event} says of an event in columns of its own; all are null where it concerns no order. */
record EventColumns(
        @Nullable Long order,
        @Nullable String scope,
        @Nullable Instant createdAt,
        @Nullable Integer previousStatus,
        @Nullable Integer newStatus,
        @Nullable Long refund) {

    static EventColumns of(WebhookEvent event, Instant now) {
        if (event instanceof OnOrder on) {
            Instant happened = on.createdAt() == null ? now : on.createdAt();
            return new EventColumns(on.order(), on.scope(), happened, on.previousStatus(), on.newStatus(), on.refund());
        }
        return new EventColumns(null, scope(event), null, null, null, null);
    }

    private static @Nullable String scope(WebhookEvent event) {
        if (event instanceof WebhookEvent.Undelivered undelivered) {
            return undelivered.scope();
        }
        return event instanceof WebhookEvent.Other other ? other.scope() : null;
    }
}
