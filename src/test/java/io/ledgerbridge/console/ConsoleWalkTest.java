package io.ledgerbridge.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An accountant's walk through the console of a distributor with whom not everything is in the ledger. */
@WholeProgram
@Tag(WholeProgram.TRIAL)
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
        Chromium.photograph(page, "home");

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

    @Test
    void saysThatAMonthHasNoOrdersYet() {
        Page page = browser.of("viewer");

        page.navigate("/?month=2026-01");

        assertThat(page.locator(".sentence")).containsText("No orders of January 2026 yet.");
        page.getByText("All months").last().click();
        assertThat(page.locator(".totals")).containsText("10 orders known");
    }

    @Test
    void asksBigCommerceForAnOrderOfWhichNothingWasHeard() {
        Page page = browser.of("operator");

        page.locator(".search input[name=q]").fill("77123");
        page.locator(".search input[name=q]").press("Enter");
        page.getByText("Ask BigCommerce for order 77123 of store us").click();

        assertThat(page.locator("h1")).hasText("Order 77123 of store us");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Preview"))
                .click();
        assertThat(page.locator("main")).containsText("77123");
    }

    @Test
    void keepsWhatIsOpenAndWhereTheFocusIsWhenAPartComesAgain() {
        Page page = browser.of("viewer");
        page.locator("summary")
                .filter(new Locator.FilterOptions().setHasText("In figures"))
                .first()
                .click();
        page.locator(".totals a").first().focus();
        page.evaluate("document.getElementById('live-home').dataset.old = 'true'");

        page.locator("#live-home:not([data-old])").waitFor();

        assertThat(page.locator("#live-home details").first()).hasAttribute("open", "");
        assertThat(page.locator(".totals a").first()).isFocused();
    }

    @Test
    void leadsToTheLoginOnceTheSessionHasEnded() {
        Page page = browser.of("viewer");
        page.navigate("/orders?month=all&state=parked");

        page.context().clearCookies();

        // the list asks by itself
        page.waitForURL("**/login");
        Axe.findsNothing(page);
        page.locator("input[name=username]").fill("viewer");
        page.locator("input[name=password]").fill("viewer");
        page.locator("button[type=submit]").click();
        page.waitForURL("**/orders?month=all&state=parked**");
    }

    @Test
    void printsWhatIsFoldedIn() {
        Page page = browser.of("viewer");

        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

        assertThat(page.locator("#live-home details table").first()).isVisible();
        assertThat(page.locator("nav")).isHidden();
    }

    /** A4 without its margins, at 96 points an inch. */
    @Test
    void printsWithinThePage() {
        Page page = browser.of("operator", "de-DE", ColorScheme.LIGHT, 718, 1000);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        for (String path : List.of("/", "/orders?month=all", "/needs-you?month=all", "/orders/us/1004", "/backfill")) {
            page.navigate(path);
            assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .as(path)
                    .isTrue();
        }
        page.navigate("/orders/us/1004");
        assertThat(page.locator(".timeline li").first()).isVisible();
        assertThat(page.locator(".timeline pre").first()).isHidden();
    }

    @ParameterizedTest
    @CsvSource({"en, Log in, wrong", "de, Anmelden, falsch", "fr, Connexion, incorrect"})
    void logsInInEveryLanguage(String language, String title, String refused) {
        Page page = browser.loggedOut(language);

        page.navigate("/login");
        assertThat(page.locator("h1")).hasText(title);
        page.locator("input[name=username]").fill("viewer");
        page.locator("input[name=password]").fill("nothing like it");
        page.locator("button[type=submit]").click();

        assertThat(page.locator("[role=alert]")).containsText(refused);
        Axe.findsNothing(page);
        Chromium.photograph(page, "login-" + language);
    }

    /** What is of one look alike on all pages needs but some of them. */
    @ParameterizedTest
    @CsvSource({"en-GB, LIGHT, 1400, 11", "de-DE, DARK, 1400, 4", "fr-FR, LIGHT, 390, 4"})
    void hasNoFaultThatAxeFindsOnAnyPage(String language, ColorScheme colours, int width, int pages) {
        Page page = browser.of("operator", language, colours, width, 900);
        for (String path : PAGES) {
            Response answer = Objects.requireNonNull(page.navigate(path));
            assertThat(answer.status()).as(path).isIn(200, 404);
            assertThat(answer.headers())
                    .containsEntry("cache-control", "no-cache, no-store, max-age=0, must-revalidate");
            // a key without a text shows as ??key??
            assertThat(page.content()).as(path).doesNotContain("??");
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .as("width of " + path)
                    .isLessThanOrEqualTo(width);
            if (PAGES.indexOf(path) < pages) {
                Axe.findsNothing(page);
            }
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
