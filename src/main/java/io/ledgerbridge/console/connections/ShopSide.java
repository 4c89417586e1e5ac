package io.ledgerbridge.console.connections;

import io.ledgerbridge.health.StoreConnection;
import io.ledgerbridge.hooks.HookState;
import io.ledgerbridge.operations.LastScopes;
import io.ledgerbridge.sagex3.calls.Quota;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * BigCommerce of a store.
 *
 * @param scopes what the token may read; null where nobody has asked since the program started
 * @param median how long half of the last calls took at most; null where none was answered
 * @param hooks how the webhooks stood at this process's last look; null before the first
 * @param lastDelivery null where none is among the last that came
 * @param lastLook when the orders were last looked through; null before the first
 * @param quota null where BigCommerce hasn't said how many calls it allows
 */
record ShopSide(
        StoreConnection connection,
        LastScopes.@Nullable Found scopes,
        @Nullable Duration median,
        @Nullable HookState hooks,
        @Nullable Instant lastDelivery,
        @Nullable Instant lastLook,
        @Nullable Quota quota) {}
