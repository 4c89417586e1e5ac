package io.ledgerbridge.console.connections;

import io.ledgerbridge.catchup.LastLooks;
import io.ledgerbridge.faults.Side;
import io.ledgerbridge.health.StoreConnection;
import io.ledgerbridge.health.StoreView;
import io.ledgerbridge.health.StoreViews;
import io.ledgerbridge.hooks.Hooks;
import io.ledgerbridge.hooks.LastDeliveries;
import io.ledgerbridge.operations.LastScopes;
import io.ledgerbridge.sagex3.calls.Calls;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what is known of each store's two sides. */
@Component
class Cards {

    private final StoreViews views;
    private final X3Sides x3Sides;
    private final Secrets secrets;
    private final Hooks hooks;
    private final LastLooks looks;
    private final LastDeliveries deliveries;
    private final Calls calls;
    private final LastScopes scopes;

    Cards(
            StoreViews views,
            X3Sides x3Sides,
            Secrets secrets,
            Hooks hooks,
            LastLooks looks,
            LastDeliveries deliveries,
            Calls calls,
            LastScopes scopes) {
        this.views = views;
        this.x3Sides = x3Sides;
        this.secrets = secrets;
        this.hooks = hooks;
        this.looks = looks;
        this.deliveries = deliveries;
        this.calls = calls;
        this.scopes = scopes;
    }

    /** @param store null for all of them */
    List<Card> of(@Nullable String store) {
        Map<String, Instant> delivered = deliveries.byStore();
        Map<String, Instant> looked = looks.byStore();
        return views.all().stream()
                .filter(view -> store == null || view.store().equals(store))
                .map(view -> card(view, delivered.get(view.store()), looked.get(view.store())))
                .toList();
    }

    private Card card(StoreView view, @Nullable Instant delivered, @Nullable Instant looked) {
        ShopSide shop = new ShopSide(
                side(view, Side.BIGCOMMERCE),
                scopes.of(view.store()).orElse(null),
                calls.median(view.store(), Side.BIGCOMMERCE).orElse(null),
                hooks.state(view.store()).orElse(null),
                delivered,
                looked,
                calls.quota(view.store()).orElse(null));
        X3Side x3 = x3Sides.of(view.store(), side(view, Side.SAGE_X3));
        return new Card(view, shop, x3, secrets.of(view.store()), Troubles.of(view, shop, x3));
    }

    private static StoreConnection side(StoreView view, Side side) {
        return Objects.requireNonNull(view.connections().get(side.label()));
    }
}
