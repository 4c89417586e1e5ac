package io.ledgerbridge.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import io.ledgerbridge.Databases;
import io.ledgerbridge.WholeProgram;
import io.ledgerbridge.sandbox.Sandbox;
import io.ledgerbridge.security.Chromium;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An accountant's walk through the console of a distributor with whom not everything is in the ledger. */
@WholeProgram
class ConsoleWalkTest {

    private static final List<String> PAGES = List.of(
            "/?month=all",
            "/orders?month=all",
            "/orders?month=all&text=nothing-like-it",
            "/needs-you?month=all",
            "/reconciliation",
            "/close",
            "/mapping",
            "/backfill",
            "/connections",
            "/audit",
            "/no-such-page");

    private static Sandbox sandbox;
    private static ConsoleBrowser browser;

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
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
            sandbox.close();
        }
    }

    @Test
    void saysOnHomeWhetherEverythingIsInTheLedger() {
        Page page = browser.of("viewer");

        assertThat(page.locator("h1")).hasText("Is everything in the ledger?");
        assertThat(page.locator(".sentence")).containsText("No: 8 of 10 orders are not yet. 8 need you (");
        assertThat(page.locator(".totals")).containsText("Needs you 8");
        assertThat(page.locator(".totals")).containsText("Held: not paid yet 2");
        assertThat(page.locator(".totals")).containsText("10 orders known");
        ConsoleBrowser.photograph(page, "home");

        page.locator(".totals a")
                .filter(new Locator.FilterOptions().setHasText("Held"))
                .click();
        assertThat(page.locator("tbody tr")).hasCount(2);
        assertThat(page.locator(".sentence")).hasText("2 orders are like this.");
    }

    @Test
    void handsOutTheOrdersThatAreLookedForAsAFile() throws Exception {
        Page page = browser.of("viewer");
        page.navigate("/orders?month=all&state=parked");

        Download csv =
                page.waitForDownload(() -> page.getByText("All of these as CSV").click());

        assertThat(csv.suggestedFilename()).isEqualTo("orders.csv");
        assertThat(Files.readAllLines(csv.path())).hasSize(9).allMatch(line -> !line.contains(",posted,"));
    }

    @ParameterizedTest
    @CsvSource({"en-GB, LIGHT, 1400", "de-DE, DARK, 1400", "fr-FR, LIGHT, 390"})
    void hasNoFaultThatAxeFindsOnAnyPage(String language, ColorScheme colours, int width) {
        Page page = browser.of("operator", language, colours, width, 900);
        for (String path : PAGES) {
            Response answer = Objects.requireNonNull(page.navigate(path));
            assertThat(answer.status()).as(path).isIn(200, 404);
            assertThat(answer.headers())
                    .containsEntry("cache-control", "no-cache, no-store, max-age=0, must-revalidate");
            // a key without a text shows as ??key??
            assertThat(page.content()).as(path).doesNotContain("??");
            Axe.findsNothing(page);
        }
    }

    @Test
    void worksWithoutScript() {
        Page page = browser.withoutScript("viewer");

        page.locator("select[name=store]").selectOption("us");
        page.locator(".choose button").click();
        assertThat(page.locator(".totals")).containsText("8 orders known");
        page.locator(".menu summary").click();
        page.getByText("Deutsch").click();
        assertThat(page.locator("h1")).hasText("Ist alles im Hauptbuch?");
    }
}
