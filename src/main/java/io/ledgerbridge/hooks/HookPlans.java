package io.ledgerbridge.hooks;

import io.ledgerbridge.bigcommerce.ShopSettings;
import io.ledgerbridge.bigcommerce.Shops;
import io.ledgerbridge.bigcommerce.SignatureScheme;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What each store's webhooks should be, by the settings, and how they stand by that. */
final class HookPlans {

    private final Shops shops;
    private final @Nullable URI publicUrl;

    /** @param publicUrl where BigCommerce reaches us; without one none of its webhooks is ours */
    HookPlans(Shops shops, @Nullable URI publicUrl) {
        this.shops = shops;
        this.publicUrl = publicUrl;
    }

    /** Null where there is no public URL. */
    @Nullable
    HookPlan of(String store) {
        if (publicUrl == null) {
            return null;
        }
        ShopSettings shop = shops.of(store);
        ShopSettings.SharedHeader header =
                shop.signature().contains(SignatureScheme.SHARED_HEADER) ? shop.sharedHeader() : null;
        return new HookPlan(
                HookDestination.of(publicUrl, store, shops.all().keySet()),
                header == null ? Map.of() : Map.of(header.name(), header.value()));
    }

    HookState stand(HookCheck look, Instant now) {
        HookPlan plan = of(look.store());
        Map<Boolean, List<String>> scopes = HookPlan.SCOPES.stream()
                .collect(Collectors.partitioningBy(scope -> plan != null && plan.isActive(scope, look.hooks())));
        return new HookState(now, scopes.getOrDefault(true, List.of()), scopes.getOrDefault(false, List.of()));
    }
}
