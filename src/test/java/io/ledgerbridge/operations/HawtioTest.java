package io.ledgerbridge.operations;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.ledgerbridge.Bench;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What somebody sees who opens Hawtio in a browser. Without Debian's Chromium it is skipped, but never in CI. */
class HawtioTest {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path SCREENSHOT = Path.of("target", "hawtio.png");

    /** The counter stands alone beside the step's name, which has no digit. */
    private static final Pattern NONE = Pattern.compile("\\b0\\b");

    private static final Pattern THREE = Pattern.compile("\\b3\\b");

    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** A slow machine may take its time: nothing here waits longer than it must. */
    private static final double LONGEST = 120_000;

    @BeforeAll
    static void needsChromium() {
        assumeTrue(
                Files.isExecutable(CHROMIUM) || "true".equals(System.getenv("CI")),
                "skipped: no browser at " + CHROMIUM + " (apt-get install chromium)");
    }

    @Test
    void showsARoutesDiagramWhoseCountersMove() throws Exception {
        try (Bench bench = Bench.start(Map.of());
                Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(CHROMIUM)
                                .setHeadless(true)
                                .setArgs(FLAGS))) {
            Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(1400, 1500));
            page.setDefaultTimeout(LONGEST);
            PlaywrightAssertions.setDefaultAssertionTimeout(LONGEST);
            logIn(page, bench);
            openDiagram(page, "receive-webhook");

            Locator step = page.locator(".react-flow__node").filter(named("Remove Headers"));
            assertThat(step).containsText(NONE);
            for (int delivery = 0; delivery < 3; delivery++) {
                bench.deliver("{\"scope\": \"store/customer/created\", \"delivery\": %d}".formatted(delivery));
            }
            assertThat(step).containsText(THREE);
            page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOT));
        }
    }

    /** The page asked for comes after the login. */
    private static void logIn(Page page, Bench bench) {
        page.navigate(bench.uri("/actuator/hawtio/camel").toString());
        page.locator("input[name=username]").fill("admin");
        page.locator("input[name=password]").fill("admin");
        page.locator("button[type=submit]").click();
    }

    private static void openDiagram(Page page, String route) {
        page.getByText("Expand all").click();
        page.getByText(route, new Page.GetByTextOptions().setExact(true))
                .first()
                .click();
        page.getByText("Route Diagram").click();
    }

    private static Locator.FilterOptions named(String step) {
        return new Locator.FilterOptions().setHasText(step);
    }
}
