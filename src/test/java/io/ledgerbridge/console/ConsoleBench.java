package io.ledgerbridge.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.ledgerbridge.Bench;
import io.ledgerbridge.sandbox.bigcommerce.Cart;
import io.ledgerbridge.sandbox.bigcommerce.Item;
import io.ledgerbridge.sandbox.bigcommerce.ShopOrder;
import io.ledgerbridge.security.Chromium;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The program with two stores and a user of each role, and a browser to look at its pages. */
final class ConsoleBench implements AutoCloseable {

    private static final List<String> ROLES = List.of("viewer", "operator", "admin");
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 1000;

    /** Milliseconds. */
    private static final double LONGEST = 120_000;

    private final Bench bench;
    private final Chromium browser = new Chromium();

    ConsoleBench(Map<String, String> settings) {
        Map<String, String> all = new LinkedHashMap<>();
        for (String role : ROLES) {
            String user = "ledger-bridge.users[%d].".formatted(ROLES.indexOf(role));
            all.put(user + "name", role);
            all.put(user + "password", "{noop}" + role);
            all.put(user + "role", role);
        }
        all.putAll(settings);
        bench = Bench.start(all, List.of("eu"));
    }

    Bench bench() {
        return bench;
    }

    /** A page as a person of that role opens it. */
    Page open(String role, String path) {
        Page page = browser.page(WIDTH, HEIGHT);
        page.setDefaultTimeout(LONGEST);
        page.navigate(bench.uri(path).toString());
        page.locator("input[name=username]").fill(role);
        page.locator("input[name=password]").fill(role);
        page.locator("button[type=submit]").click();
        assertThat(page.locator("h1").count()).as(page.url()).isEqualTo(1);
        return page;
    }

    /** Another page of the same person. */
    void go(Page page, String path) {
        page.navigate(bench.uri(path).toString());
    }

    /** Asks for a page in German and in French, and finds a text for each key. */
    void hasWordsForAll(Page page, String path) {
        for (String language : List.of("de", "fr")) {
            String text = page.request()
                    .get(bench.uri("/language?to=%s&back=%s".formatted(language, path))
                            .toString())
                    .text();
            assertThat(text.substring(text.indexOf("<main")))
                    .as(language)
                    .doesNotContain("??")
                    .doesNotContainPattern("(?<!\\])\\{\\d");
        }
        go(page, "/language?to=en&back=" + path);
    }

    /** An order of that amount, paid. */
    ShopOrder order(String amount) {
        return order(amount, 1);
    }

    /** Likewise, of a channel that has no accounts. */
    ShopOrder unmapped(String amount) {
        return order(amount, 7);
    }

    private ShopOrder order(String amount, long channel) {
        ShopOrder order = bench.store()
                .place(Cart.in("USD").with(Item.of("CAP", "Cap", amount)).taxRate("0"), channel);
        bench.store().pay(order.id());
        return order;
    }

    @Override
    public void close() {
        browser.close();
        bench.close();
    }
}
