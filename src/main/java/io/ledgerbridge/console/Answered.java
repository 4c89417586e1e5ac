package io.ledgerbridge.console;

import io.ledgerbridge.health.StoreConnection;
import io.ledgerbridge.health.StoreView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How fresh the figures of a store are.
 *
 * @param shop when BigCommerce last answered this process; null where it was not asked yet
 * @param x3 when Sage X3 did, likewise
 * @param looked up to when missed orders were looked for; null where they never were
 */
public record Answered(
        String store,
        @Nullable Instant shop,
        @Nullable Instant x3,
        @Nullable Instant looked) {

    static Answered of(StoreView store, @Nullable Instant looked) {
        return new Answered(store.store(), last(store, "bigcommerce"), last(store, "sage-x3"), looked);
    }

    private static @Nullable Instant last(StoreView store, String side) {
        StoreConnection connection = store.connections().get(side);
        return connection == null ? null : connection.lastSuccess();
    }
}
