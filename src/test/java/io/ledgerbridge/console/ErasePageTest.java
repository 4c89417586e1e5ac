package io.ledgerbridge.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import io.ledgerbridge.WholeProgram;
import io.ledgerbridge.sandbox.bigcommerce.ShopOrder;
import io.ledgerbridge.security.Chromium;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An admin has personal data of orders erased, and sees what came of it. */
@WholeProgram
@Tag(WholeProgram.TRIAL)
class ErasePageTest {

    /** Milliseconds: a turn comes every ten seconds. */
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

    @Test
    void erasesWhatMayNameAPersonAndLeadsToTheLinkThatTellsOfIt() {
        ShopOrder order = posted();
        try (Page page = console.open("admin", "/orders/us/" + order.id())) {
            page.locator("a[href*='/audit/erase']").click();
            assertThat(page.locator("main input[name=orders]")).hasValue(Long.toString(order.id()));
            assertThat(page.locator("#live-progress")).containsText("Of store us nothing was asked for yet");
            assertThat(page.locator("dl")).containsText("Taken out for good");
            assertThat(page.locator("#live-erasures")).hasCount(0);
            Axe.findsNothing(page);

            page.locator("input[name=sure]").check();
            page.locator("main form button").click();

            assertThat(page.locator(".said")).containsText("1 order is to be erased.");
            assertThat(page.locator("#live-erasures")).containsText("Erased", SOON);
            assertThat(page.locator("#live-erasures")).containsText("admin");
            assertThat(page.locator("#live-erasures")).containsText("webhooks:");
            assertThat(page.locator("#live-progress")).containsText("1 order was asked for: erased 1, waiting 0");
            Axe.findsNothing(page);
            Chromium.photograph(page, "audit-erase");
            console.hasWordsForAll(page, "/audit/erase?store=us%26orders=" + order.id());

            console.go(page, "/audit/erase?store=us&orders=" + order.id());
            page.locator("#live-erasures a[href*='#link-']").click();
            assertThat(page.locator("tr:target")).containsText("Personal data erased");
            assertThat(page.locator("tr:target")).containsText("admin");
        }
    }

    @Test
    void saysInTheWordsOfTheApiWhatIsNotErased() {
        ShopOrder order = posted();
        try (Page page = console.open("admin", "/audit/erase?store=us")) {
            page.locator("main input[name=orders]").fill(order.id() + ", 987654");
            page.locator("input[name=sure]").check();
            page.locator("main form button").click();
            assertThat(page.locator(".said.refused")).containsText("Nothing is known of order 987654 of store us");
            assertThat(page.locator("main input[name=orders]")).hasValue(order.id() + ",987654");

            page.evaluate("document.querySelector('input[name=sure]').required = false");
            page.locator("main form button").click();
            assertThat(page.locator(".said.refused")).containsText("say that you know");
            assertThat(page.locator("#live-erasures")).hasCount(0);
        }
    }

    @Test
    void isThereForAdminsAlone() {
        ShopOrder order = posted();
        try (Page page = console.open("operator", "/orders/us/" + order.id())) {
            assertThat(page.locator("a[href*='/audit/erase']")).hasCount(0);
            console.go(page, "/audit");
            assertThat(page.locator("a[href*='/audit/erase']")).hasCount(0);
            assertThat(page.navigate(console.bench().uri("/audit/erase").toString())
                            .status())
                    .isEqualTo(403);
        }
    }

    private static ShopOrder posted() {
        ShopOrder order = console.order("40.00");
        console.bench().deliver();
        console.bench().await(order.id(), "posted");
        return order;
    }
}
