package io.ledgerbridge.console.story;

import io.ledgerbridge.bigcommerce.Shops;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The addresses of orders in BigCommerce's control panel. */
@Component
class ShopLinks {

    /** Whose stores have a control panel at an address that is made of their hash; a sandbox has none. */
    private static final String BIGCOMMERCE = "api.bigcommerce.com";

    private final Shops shops;

    ShopLinks(Shops shops) {
        this.shops = shops;
    }

    Optional<String> of(String store, long order) {
        return shops.find(store)
                .filter(shop -> BIGCOMMERCE.equalsIgnoreCase(shop.apiUrl().getHost()))
                .map(shop -> "https://store-%s.mybigcommerce.com/manage/orders/%d".formatted(shop.storeHash(), order));
    }
}
