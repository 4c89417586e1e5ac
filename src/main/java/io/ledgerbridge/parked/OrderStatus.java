package io.ledgerbridge.parked;

import io.ledgerbridge.posting.amounts.OrderFlag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an order stands.
 *
 * @param channel BigCommerce's channel id, once the order was read
 * @param state waiting, posting, posted, held, parked or ignored
 * @param reason a code, where it is parked
 * @param detail why, in the words of Sage X3 or BigCommerce where they said so
 * @param remedy what a person can do, where it is parked
 * @param assignedTo who looks after it
 * @param attempts failures in a row since it was last marked or worked
 * @param dueAt when it may next be worked, or when the lease of its worker ends; null where there is nothing to do
 * @param flags what a person should know of it all the same
 * @param x3Number of the newest entry that is posted for it
 */
public record OrderStatus(
        String store,
        long order,
        @Nullable String channel,
        String state,
        @Nullable String reason,
        @Nullable String detail,
        @Nullable String remedy,
        List<OrderFlag> flags,
        @Nullable String assignedTo,
        int attempts,
        @Nullable Instant dueAt,
        @Nullable Instant settledAt,
        @Nullable String x3Number) {}
