package io.ledgerbridge.bigcommerce;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a webhook says happened to an order: a hint, never an amount.
 *
 * @param id our number of the event
 * @param createdAt when BigCommerce says that it happened, to the second
 * @param previousStatus {@code status_id} before, on {@code store/order/statusUpdated}, where it is told
 * @param newStatus {@code status_id} after, likewise
 * @param refund the refund's id, on {@code store/order/refund/created}
 */
public record OrderEvent(
        long id,
        String scope,
        Instant createdAt,
        @Nullable Integer previousStatus,
        @Nullable Integer newStatus,
        @Nullable Long refund) {}
