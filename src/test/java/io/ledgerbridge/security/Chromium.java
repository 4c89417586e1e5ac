package io.ledgerbridge.security;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A page in Debian's Chromium, as a rule in the one without windows. Without either a test is skipped, but never in CI. */
public final class Chromium implements AutoCloseable {

    private static final Path WHOLE = Path.of("/usr/bin/chromium");

    /** It takes half the time. */
    private static final Path SHELL = Path.of("/usr/lib/chromium/chromium-headless-shell");

    private static final Path PATH = Files.isExecutable(SHELL) ? SHELL : WHOLE;

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

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(PATH)
                    .setTimeout(LONGEST)
                    .setHeadless(true)
                    .setArgs(FLAGS));

    public static void isNeeded() {
        assumeTrue(
                Files.isExecutable(PATH) || "true".equals(System.getenv("CI")),
                "skipped: no browser at " + PATH + " (apt-get install chromium-headless-shell)");
    }

    public Page page(int width, int height) {
        Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(width, height));
        page.setDefaultTimeout(LONGEST);
        PlaywrightAssertions.setDefaultAssertionTimeout(LONGEST);
        return page;
    }

    /** A window with a session of its own. */
    public BrowserContext window(Browser.NewContextOptions how) {
        BrowserContext window = browser.newContext(how);
        window.setDefaultTimeout(LONGEST);
        PlaywrightAssertions.setDefaultAssertionTimeout(LONGEST);
        return window;
    }

    public static void logIn(Page page) {
        page.locator("input[name=username]").fill("admin");
        page.locator("input[name=password]").fill("admin");
        page.locator("button[type=submit]").click();
    }

    /** Where pictures are wanted, as for README and docs: {@code -Dpictures=docs/pictures}. Each takes a second. */
    public static void photograph(Page page, String name) {
        String pictures = System.getProperty("pictures");
        if (pictures != null) {
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(pictures, name + ".png")));
        }
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
