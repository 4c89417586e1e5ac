package io.ledgerbridge.bigcommerce;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the body of a signed delivery turned out to be. */
public sealed interface WebhookEvent {

    /**
     * Something happened to an order.
     *
     * @param createdAt when, to the second; absent where BigCommerce left it out
     * @param previousStatus {@code status_id} before, where it is told
     * @param newStatus {@code status_id} after, where it is told
     * @param refund the refund's id, where it is told
     */
    record OnOrder(
            long order,
            String scope,
            @Nullable Instant createdAt,
            @Nullable Integer previousStatus,
            @Nullable Integer newStatus,
            @Nullable Long refund)
            implements WebhookEvent {}

    /** An event, but none that concerns an order of this store. */
    record Other(String scope, String why) implements WebhookEvent {}

    /**
     * BigCommerce tells that it could not deliver to one of our webhooks.
     *
     * @param code 90001 it will retry, 90002 it gave up and switched the webhook off, 90003 it blocks our domain
     * @param message in BigCommerce's words
     */
    record Undelivered(String scope, long code, String message) implements WebhookEvent {}

    /** Signed, but not readable as an event. */
    record Unreadable(String why) implements WebhookEvent {}
}
