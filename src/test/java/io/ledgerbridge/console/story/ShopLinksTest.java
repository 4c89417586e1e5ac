package io.ledgerbridge.console.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.bigcommerce.ShopSettings;
import io.ledgerbridge.bigcommerce.Shops;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An order of a real store has its page in BigCommerce's control panel. */
class ShopLinksTest {

    @Test
    void leadToTheControlPanelOfARealStoreAlone() {
        ShopLinks links = new ShopLinks(
                new Shops(Map.of("us", shop("https://api.bigcommerce.com"), "sandbox", shop("http://localhost:8081"))));

        assertThat(links.of("us", 1004)).contains("https://store-abc123.mybigcommerce.com/manage/orders/1004");
        assertThat(links.of("sandbox", 1004)).isEmpty();
        assertThat(links.of("none", 1004)).isEmpty();
    }

    private static ShopSettings shop(String url) {
        return new ShopSettings(
                URI.create(url), "abc123", null, null, Set.of(), Duration.ofHours(1), null, Duration.ofSeconds(1));
    }
}
