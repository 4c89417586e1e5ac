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
            assertThat(page.locator("main textarea[name=orders]")).hasValue(Long.toString(order.id()));
            assertThat(page.locator("main form tbody tr")).hasCount(1);
            assertThat(page.locator("main form tbody tr")).containsText("40.00");
            assertThat(page.locator("#live-progress")).containsText("Of store us, no erasure was asked for yet");
            assertThat(page.locator("dl")).containsText("Taken out for good");
            assertThat(page.locator("#live-erasures")).hasCount(0);
            Axe.findsNothing(page);

            page.locator("input[name=sure]").check();
            page.getByText("Erase the personal data of this order of store us").click();

            assertThat(page.locator(".said")).containsText("The personal data of 1 order is to be erased.");
            assertThat(page.locator("#live-erasures")).containsText("Erased", SOON);
            assertThat(page.locator("#live-erasures")).containsText("admin");
            assertThat(page.locator("#live-erasures")).containsText("webhooks:");
            assertThat(page.locator("#live-progress")).containsText("of 1 order was asked for: erased 1, waiting 0");
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
    void guessesNoNumberAndNoStore() {
        ShopOrder order = posted();
        try (Page page = console.open("admin", "/audit/erase")) {
            assertThat(page.locator("main select[name=store]")).hasValue("");
            page.locator("main select[name=store]").selectOption("us");
            page.locator("main textarea[name=orders]").fill("1,004 " + order.id());
            page.getByText("Show these orders").click();
            assertThat(page.locator("[role=alert]")).containsText("“1,004” is no order’s number");
            assertThat(page.locator("main textarea[name=orders]")).hasValue("1,004 " + order.id());
            assertThat(page.locator("input[name=sure]")).hasCount(0);
            Axe.findsNothing(page);
        }
    }

    @Test
    void saysWhatIsNotErased() {
        ShopOrder order = posted();
        try (Page page = console.open("admin", "/audit/erase?store=us")) {
            page.locator("main textarea[name=orders]").fill(order.id() + ", 987654");
            page.getByText("Show these orders").click();
            assertThat(page.locator("main")).containsText("Nothing is known of these orders of store us: 987654.");
            assertThat(page.locator("main form tbody tr")).hasCount(1);

            page.locator("input[name=sure]").check();
            page.getByText("Erase the personal data").click();
            assertThat(page.locator(".said.refused")).containsText("Nothing is known of order 987654 of store us");
            assertThat(page.locator("main textarea[name=orders]")).hasValue(order.id() + ", 987654");

            page.evaluate("document.querySelector('input[name=sure]').required = false");
            page.getByText("Erase the personal data").click();
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
