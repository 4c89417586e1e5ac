package io.ledgerbridge.console.home;

import io.ledgerbridge.health.StoreConnection;
import io.ledgerbridge.health.StoreView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When both sides of a store last answered this process.
 *
 * @param shop BigCommerce; null where it was not asked yet
 * @param x3 Sage X3, likewise
 */
public record Answered(
        String store, @Nullable Instant shop, @Nullable Instant x3) {

    static Answered of(StoreView store) {
        return new Answered(store.store(), last(store, "bigcommerce"), last(store, "sage-x3"));
    }

    private static @Nullable Instant last(StoreView store, String side) {
        StoreConnection connection = store.connections().get(side);
        return connection == null ? null : connection.lastSuccess();
    }
}
