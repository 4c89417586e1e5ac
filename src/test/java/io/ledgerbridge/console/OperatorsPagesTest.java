package io.ledgerbridge.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.ledgerbridge.WholeProgram;
import io.ledgerbridge.sandbox.bigcommerce.ShopOrder;
import io.ledgerbridge.security.Chromium;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people do on the pages Backfill, Mapping and Audit, one after the other on the same books. */
@WholeProgram
@Tag(WholeProgram.TRIAL)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OperatorsPagesTest {

    private static ConsoleBench console;
    private static ShopOrder order;
    private static ShopOrder another;

    @BeforeAll
    static void start() {
        Chromium.isNeeded();
        console = new ConsoleBench(Map.of());
        order = console.order("40.00");
        another = console.order("60.00");
    }

    @AfterAll
    static void stop() {
        console.close();
    }

    @Test
    @Order(1)
    void countsTheOrdersOfSomeDaysBeforeTheyAreBackfilled() {
        try (Page page = console.open("operator", "/backfill?store=us")) {
            assertThat(page.locator(".sentence").textContent()).contains("No backfill was asked for yet");
            page.locator("input[name=from]").first().fill("2020-01-01");
            page.locator("button[name=count]").click();

            assertThat(page.locator("[role=status].box, .box [role=status]").textContent())
                    .contains("2 orders");
            assertThat(page.locator(".box td.amount").textContent()).contains("100.00");
            Axe.findsNothing(page);
            Chromium.photograph(page, "backfill-counted");

            page.locator(".box button").click();
            assertThat(page.locator(".said").textContent()).contains("Backfill 1 is asked for");
            PlaywrightAssertions.assertThat(page.locator("#live-backfills")).containsText("Done");
            PlaywrightAssertions.assertThat(page.locator("#live-backfills .totals"))
                    .containsText("In the ledger 2");
            Axe.findsNothing(page);
            Chromium.photograph(page, "backfill-done");
        }
    }

    @Test
    @Order(2)
    void showsBackfillsToAViewerWhoCanAskForNone() {
        console.bench().await(order.id(), "posted");
        try (Page page = console.open("viewer", "/backfill")) {
            assertThat(page.locator("main form").count()).isZero();
            assertThat(page.locator("article").count()).isPositive();
            Axe.findsNothing(page);
            console.hasWordsForAll(page, "/backfill");
        }
    }

    @Test
    @Order(2)
    void resumesAndStopsBackfills() {
        long paused = paused();
        long toStop = paused();
        try (Page page = console.open("operator", "/backfill")) {
            page.locator("form[action*='/%d/resume'] button".formatted(paused)).click();
            assertThat(page.locator(".said").textContent()).contains("Backfill %d goes on".formatted(paused));
            PlaywrightAssertions.assertThat(page.locator("article:has(#backfill-%d)".formatted(paused)))
                    .containsText("Done");

            page.locator("form[action*='/%d/stop'] button".formatted(toStop)).click();
            assertThat(page.locator(".said").textContent())
                    .contains("Backfill %d is stopped for good".formatted(toStop));
            assertThat(page.locator("form[action*=stop]").count()).isZero();
            Axe.findsNothing(page);
        }
    }

    @Test
    @Order(7)
    void computesAndComparesWithoutPosting() {
        console.bench().deliver();
        console.bench().await(order.id(), "posted");
        console.bench().await(another.id(), "posted");
        ShopOrder fresh = console.order("50.00");
        long unmapped = console.unmapped("70.00").id();
        try (Page page = console.open("operator", "/backfill?store=us")) {
            page.locator("button[name=count]").click();
            page.locator("input[name=shadow]").check();
            Axe.findsNothing(page);
            Chromium.photograph(page, "backfill-shadow-asked");
            page.locator(".box button").click();
            assertThat(page.locator(".said").textContent()).contains("Shadow run", "It posts nothing");
            PlaywrightAssertions.assertThat(page.locator("#live-backfills")).containsText("Would be posted 1");
            Axe.findsNothing(page);
            Chromium.photograph(page, "backfill-shadow-done");

            page.locator("article h2 a").first().click();
            assertThat(page.locator(".sentence").textContent())
                    .contains(
                            "is done: 4 of 4",
                            "would post 1 order",
                            "1 order would need you",
                            "All orders could be read");
            assertThat(page.locator("tr:has(th:text-is('707000'))").textContent())
                    .contains("-100.00", "-50.00", "-150.00");
            assertThat(page.locator("section:has(#causes)").textContent()).contains("A channel has no accounts");
            assertThat(page.locator("section:has(#orders) tbody th").allTextContents())
                    .containsExactly(Long.toString(fresh.id()), Long.toString(unmapped));
            Axe.findsNothing(page);
            Chromium.photograph(page, "backfill-shadow");
            console.hasWordsForAll(page, page.url().replaceFirst("^https?://[^/]+", ""));

            page.locator(".totals a:has-text('The ledger agrees')").click();
            assertThat(page.locator("section:has(#orders) tbody tr").count()).isEqualTo(2);
            page.locator("section:has(#orders) tbody a").first().click();
            assertThat(page.locator("h1").textContent()).contains("Order");
            console.go(page, "/orders/us/" + fresh.id());
            assertThat(page.locator(".sentence").textContent()).contains("never heard of this order");
        }
    }

    private static long paused() {
        JdbcClient jdbc = console.bench().bean(JdbcClient.class);
        jdbc.sql("""
                        INSERT INTO backfill (store, first_day, last_day, created_from, created_to, last_order, listed,
                            asked_at, held)
                        VALUES ('us', DATE '2019-01-01', DATE '2019-01-02', now(), now(), 0, FALSE, now(), 'paused')""").update();
        return jdbc.sql("SELECT max(id) FROM backfill").query(Long.class).single();
    }

    @Test
    @Order(3)
    void showsWhyEachRoleHasItsAccountAndChecksTheCodes() {
        try (Page page = console.open("operator", "/mapping?store=us")) {
            assertThat(page.locator("tr:has-text('Handling')").textContent()).contains("708500", "goes with shipping");
            assertThat(page.locator("tr:has-text('Refunds owed')").textContent())
                    .contains("own tenders");
            assertThat(page.locator(".timeline").textContent()).contains("Version 1");

            page.locator("form[action*=check] button").click();

            assertThat(page.locator(".checks").textContent())
                    .contains("account 411000")
                    .doesNotContain("BigCommerce");
            Axe.findsNothing(page);
            Chromium.photograph(page, "mapping-checked");
            console.hasWordsForAll(page, "/mapping");
        }
    }

    @Test
    @Order(3)
    void showsWhatOtherAccountsWouldHaveMadeOfAMonth() {
        console.bench().await(order.id(), "posted");
        try (Page page = console.open("operator", "/mapping?store=us")) {
            page.locator("summary:has-text('What would change')").click();
            page.locator("form[action*=preview] button").click();
            assertThat(page.locator("#tried ~ .sentence").textContent()).contains("None of 2 orders");
            Axe.findsNothing(page);

            page.locator("summary:has-text('What would change')").click();
            page.locator("textarea")
                    .fill("{\"1\": {\"accounts\": {\"receivable\": \"411000\", \"revenue\": \"707100\"}}}");
            page.locator("form[action*=preview] button").click();
            assertThat(page.locator("#tried ~ .sentence").textContent()).contains("2 of 2 orders");
            assertThat(page.locator("section:has(#tried) tr:has-text('707100')").textContent())
                    .contains("Revenue", "-100.00");
            Axe.findsNothing(page);
            Chromium.photograph(page, "mapping-tried");

            page.locator("summary:has-text('What would change')").click();
            page.locator("textarea").fill("{");
            page.locator("form[action*=preview] button").click();
            assertThat(page.locator(".said").textContent()).contains("Not done", "not JSON");
        }
    }

    @Test
    @Order(4)
    void findsAnOrdersChainByItsReferenceAndVerifiesTheTrail() {
        try (Page page = console.open("operator", "/audit?q=BC" + order.id())) {
            assertThat(page.locator("#chain").textContent()).contains("Order %d of store us".formatted(order.id()));
            assertThat(page.locator("section:has(#chain)").textContent()).contains("all", "links fit", "In the ledger");
            Axe.findsNothing(page);

            page.locator("form[action*=verify] button").click();
            PlaywrightAssertions.assertThat(page.locator("#live-audit")).containsText("The audit trail is whole");
            page.locator("form[action*=recompute] button").click();
            PlaywrightAssertions.assertThat(page.locator("#live-audit"))
                    .containsText("All journals come out as they stand in the books");
            Chromium.photograph(page, "audit-verified");
            console.hasWordsForAll(page, "/audit");
        }
    }

    @Test
    @Order(5)
    void findsWhoDidWhatAndGivesTheEvidence() throws Exception {
        try (Page page = console.open("operator", "/audit/steps?step=backfill-asked&by=operator")) {
            assertThat(page.locator("tbody tr").count()).isEqualTo(1);
            assertThat(page.locator("tbody").textContent()).contains("Backfill asked for", "store us itself");
            Axe.findsNothing(page);
            Chromium.photograph(page, "audit-steps");
            console.go(page, "/audit/steps?step=backfill-asked&by=nobody");
            assertThat(page.locator(".sentence").textContent()).contains("Nothing of the kind was found");
            page.locator("main input[name=by]").fill("operator");
            page.locator("select[name=step]").selectOption("");
            page.locator("main button.first").click();
            assertThat(page.locator("tbody").textContent()).contains("Backfill asked for", "Backfill resumed");
            Axe.findsNothing(page);
            console.hasWordsForAll(page, "/audit/steps?by=operator");

            console.go(page, "/audit?q=" + order.id());
            Path zip = page.waitForDownload(
                            () -> page.locator("a[href*=evidence]").click())
                    .path();
            assertThat(zip).isNotEmptyFile();
        }
    }

    @Test
    @Order(6)
    void showsTheTrailToAViewerWhoTakesNoEvidence() {
        try (Page page = console.open("viewer", "/audit?q=" + order.id())) {
            assertThat(page.locator("a[href*=evidence], form[action*=evidence]").count())
                    .isZero();
            assertThat(page.locator("section:has(#chain) tbody tr").count()).isPositive();
            Axe.findsNothing(page);
            Chromium.photograph(page, "audit-viewer");
        }
    }
}
