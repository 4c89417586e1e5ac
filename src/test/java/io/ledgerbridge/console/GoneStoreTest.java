package io.ledgerbridge.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import io.ledgerbridge.WholeProgram;
import io.ledgerbridge.security.Chromium;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Orders of a store that was taken out of the settings stay within reach: the books hold them. */
@WholeProgram
@Tag(WholeProgram.TRIAL)
class GoneStoreTest {

    /** Milliseconds: a turn of the erasures comes every ten seconds. */
    private static final ContainsTextOptions SOON = new ContainsTextOptions().setTimeout(60_000);

    private static ConsoleBench console;

    @BeforeAll
    static void start() {
        Chromium.isNeeded();
        console = new ConsoleBench(Map.of());
    }

    @AfterAll
    static void stop() {
        console.close();
    }

    @BeforeEach
    void fill() {
        JdbcClient jdbc = console.bench().bean(JdbcClient.class);
        jdbc.sql("DELETE FROM set_aside WHERE store = 'popup'").update();
        jdbc.sql("DELETE FROM due_order WHERE store = 'popup'").update();
        jdbc.sql("""
                INSERT INTO due_order (store, order_id, marks, outcome, reason, detail, remedy, settled_at)
                VALUES ('popup', 7, 1, 'parked', 'gave-up', 'why', 'what', CURRENT_TIMESTAMP)""").update();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/", "/orders", "/orders?state=parked", "/orders/popup/7", "/needs-you", "/needs-you/gave-up",
                "/mapping", "/backfill", "/connections", "/audit", "/audit/steps", "/audit/erase"
            })
    void showsEveryPageOfIt(String path) {
        try (Page page = console.open("admin", "/")) {
            Response answer = page.navigate(console.bench()
                    .uri(path + (path.contains("?") ? "&" : "?") + "store=popup&month=all")
                    .toString());

            assertThat(answer.status()).isEqualTo(200);
            assertThat(page.locator("select[name=store]").first()).hasValue("popup");
            Axe.findsNothing(page);
        }
    }

    @Test
    void leadsFromTheBannerToTheOrderWhichCanBeSetAside() {
        try (Page page = console.open("operator", "/?month=all")) {
            page.locator("#live-banners .banner", new Page.LocatorOptions().setHasText("Store popup is set up no more"))
                    .locator("a")
                    .click();
            page.locator("a[href^='/orders/popup/7']").click();

            assertThat(page.locator("main")).containsText("Store popup is set up no more: here is what was kept");
            assertThat(page.locator("main").getByText("Work it again")).hasCount(0);
            assertThat(page.locator("main").getByText("Preview")).hasCount(0);
            assertThat(page.locator("#act-refund")).hasCount(0);
            console.hasWordsForAll(page, "/orders/popup/7");
            console.go(page, "/orders/popup/7");
            page.locator("#act-none summary").click();
            page.locator("#act-none input[name=why]").fill("the shop was closed in May");
            page.locator("#act-none button").click();
            assertThat(page.locator(".said")).containsText("It is set aside");
            assertThat(page.locator(".sentence")).containsText("Set aside");
            assertThat(page.locator("#live-banners")).not().containsText("popup");
        }
    }

    @Test
    void tellsOrdersOfTwoStoresApartWhereOneIsSetUp() {
        try (Page page = console.open("viewer", "/needs-you?month=all")) {
            assertThat(page.locator("main")).containsText("popup");
        }
    }

    @Test
    void erasesPersonalDataOfIt() {
        try (Page page = console.open("admin", "/audit/erase?store=popup&orders=7")) {
            page.locator("input[name=sure]").check();
            page.getByText("Erase the personal data of this order of store popup")
                    .click();
            assertThat(page.locator("#live-erasures")).containsText("Erased", SOON);
        }
    }

    @Test
    void knowsNothingOfAStoreThatNeverWas() {
        try (Page page = console.open("viewer", "/")) {
            for (String path : List.of("/?store=nowhere", "/orders/nowhere/7")) {
                Response answer = page.navigate(console.bench().uri(path).toString());
                assertThat(answer.status()).as(path).isEqualTo(404);
            }
            assertThat(page.navigate(console.bench().uri("/orders/popup/8").toString())
                            .status())
                    .isEqualTo(404);
            assertThat(page.locator("main")).containsText("Ledger Bridge has never heard of this order");
        }
    }
}
