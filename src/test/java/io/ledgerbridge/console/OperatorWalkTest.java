package io.ledgerbridge.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.ledgerbridge.Databases;
import io.ledgerbridge.WholeProgram;
import io.ledgerbridge.sandbox.Sandbox;
import io.ledgerbridge.sandbox.day.Day;
import io.ledgerbridge.sandbox.day.DayBooks;
import io.ledgerbridge.security.Chromium;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** An operator's walk: explains, mends a cause and works its orders again, sets one aside, takes past days in. */
@WholeProgram
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OperatorWalkTest {

    private static Sandbox sandbox;
    private static ConsoleBrowser browser;
    private static Page page;

    @BeforeAll
    static void start() {
        Chromium.isNeeded();
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        sandbox = Sandbox.quiet(
                Map.of("spring.datasource.url", Databases.inMemory()),
                new PrintStream(told, true, StandardCharsets.UTF_8));
        assertThat(sandbox.leaveSomethingToDo())
                .as(told.toString(StandardCharsets.UTF_8))
                .isTrue();
        browser = new ConsoleBrowser(sandbox.address());
        page = browser.of("operator");
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
            sandbox.close();
        }
    }

    @Test
    @Order(1)
    void mendsACauseAndWorksItsOrdersAgain() {
        page.navigate("/needs-you?month=all");
        Chromium.photograph(page, "needs-you");
        Locator cause = page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText("The period is closed"));
        int orders = Integer.parseInt(cause.locator("td.amount").first().innerText());

        sandbox.sageX3().ledger().folder(DayBooks.FOLDER).open(DayBooks.CLOSED);
        button(cause, "Work again").click();

        assertThat(page.locator(".said")).isVisible();
        assertThat(page.locator("#live-worked [role=status]")).containsText("in the ledger");
        assertThat(page.locator("#live-worked tbody tr")).hasCount(orders);
        assertThat(page.locator("#live-worked .state.posted").first()).containsText("In the ledger");
        Chromium.photograph(page, "worked-again");
    }

    @Test
    @Order(2)
    void findsAnOrderByItsNumberByItsEntryInX3AndByItsAmount() {
        page.navigate("/orders?month=all&state=posted");
        Locator row = page.locator("#live-orders tbody tr").first();
        String order = row.locator("th a").innerText();
        String x3Number =
                row.locator("td").nth(7).innerText().replaceAll(".*·", "").strip();
        String total = row.locator("td").nth(3).innerText();
        Chromium.photograph(page, "orders");

        search(order);
        awaitOrder(order);
        page.navigate("/");
        search(x3Number);
        awaitOrder(order);
        // others may be of the same amount: then they are listed
        search(total);
        page.waitForURL(Pattern.compile(".*/orders(/us/" + order + "(\\?.*)?|\\?.*text=.*)")
                .asMatchPredicate());
        assertThat(page.locator("main")).containsText(order);
        assertThat(page.locator("main")).containsText(total);
    }

    private static void awaitOrder(String order) {
        page.waitForURL(Pattern.compile(".*/orders/us/" + order + "(\\?.*)?").asMatchPredicate());
    }

    private static void search(String text) {
        page.locator(".search input[name=q]").fill(text);
        page.locator(".search input[name=q]").press("Enter");
    }

    /** Of an order that the shop edits after its sale is in the ledger. */
    @Test
    @Order(3)
    void explainsThreeLines() {
        page.navigate("/orders?month=all&state=posted");
        long order = Long.parseLong(page.locator("tbody th a").first().innerText());
        sandbox.day().store(DayBooks.Shop.US).edit(order, cart -> cart.change("LIN-SH", item -> item.times(3)));
        sandbox.day().deliverWhatHappened();
        assertThat(Day.await(sandbox::nothingUnderWay, Duration.ofMinutes(2))).isTrue();

        page.navigate("/orders/us/" + order);

        assertThat(page.locator(".sentence")).containsText("✓");
        Locator correction = page.locator(".entry").filter(new Locator.FilterOptions().setHasText("Correction"));
        Locator why = correction.locator("details.why");
        for (int line = 0; line < 3; line++) {
            why.nth(line).locator("summary").click();
            assertThat(why.nth(line)).containsText("BC" + order);
            assertThat(why.nth(line)).containsText("Rule: Correction: what the order should hold now");
        }
        correction.scrollIntoViewIfNeeded();
        Chromium.photograph(page, "order");
    }

    @Test
    @Order(4)
    void setsAnOrderAsideThatStaysSoAfterItChanged() {
        page.navigate("/needs-you/unmapped-channel?month=all");
        String order =
                page.locator("tbody a[href^='/orders/us/']").first().innerText().replaceAll("[^0-9]", "");
        page.navigate("/orders/us/" + order);
        page.locator("#act-hand summary").click();
        page.locator("#act-hand input[name=x3Number]").fill("FR011-HAND-9");
        page.locator("#act-hand input[name=why]").fill("entered by hand from the till's list");
        page.locator("#act-hand button[type=submit]").click();
        assertThat(page.locator("main")).containsText("FR011-HAND-9");

        sandbox.day().store(DayBooks.Shop.US).ship(Long.parseLong(order));
        sandbox.day().deliverWhatHappened();
        assertThat(Day.await(sandbox::nothingUnderWay, Duration.ofMinutes(2))).isTrue();

        page.reload();
        assertThat(page.locator(".sentence .state.set-aside")).isVisible();
        assertThat(page.locator(".timeline")).containsText("to 2 (Shipped)");
    }

    @Test
    @Order(5)
    void takesPastDaysIn() {
        page.navigate("/backfill?month=all");
        page.locator("form select[name=store]").last().selectOption("us");
        page.locator("main input[name=from]").first().fill("2026-12-30");
        page.locator("main input[name=to]").first().fill("2026-12-31");
        button(page.locator("main"), "Count them first").click();
        assertThat(page.locator("main .box")).containsText("has 8 orders");
        button(page.locator("main"), "Begin with these days").click();

        Locator backfill = page.locator("article").first();
        assertThat(backfill.locator(".good")).containsText("Done");
        assertThat(backfill.locator(".totals")).containsText("Left 0");
        Chromium.photograph(page, "backfill");
    }

    private static Locator button(Locator in, String name) {
        return in.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile(name)));
    }
}
