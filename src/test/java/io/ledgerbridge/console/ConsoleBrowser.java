package io.ledgerbridge.console;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.ledgerbridge.security.Chromium;
import java.net.URI;

/** People's browsers, each with its own session, and pictures of what they see. */
public final class ConsoleBrowser implements AutoCloseable {

    /** Milliseconds: a page that isn't there by then is none. */
    private static final double LONGEST = 120_000;

    private final Chromium chromium = new Chromium();
    private final URI address;

    public ConsoleBrowser(URI address) {
        this.address = address;
    }

    /** Somebody who has logged in, and is at Home. */
    public Page of(String user, String language, ColorScheme colours, int width, int height) {
        return loggedIn(
                user,
                new Browser.NewContextOptions()
                        .setLocale(language)
                        .setColorScheme(colours)
                        .setViewportSize(width, height));
    }

    /** In a browser that runs no script. */
    public Page withoutScript(String user) {
        return loggedIn(user, new Browser.NewContextOptions().setLocale("en-GB").setJavaScriptEnabled(false));
    }

    /** Of somebody who hasn't logged in. */
    public Page loggedOut(String language) {
        return opened(new Browser.NewContextOptions().setLocale(language));
    }

    private Page opened(Browser.NewContextOptions how) {
        BrowserContext window = chromium.window(how.setBaseURL(address.toString()));
        window.setDefaultTimeout(LONGEST);
        PlaywrightAssertions.setDefaultAssertionTimeout(LONGEST);
        return window.newPage();
    }

    private Page loggedIn(String user, Browser.NewContextOptions how) {
        Page page = opened(how);
        page.navigate("/?month=all");
        page.locator("input[name=username]").fill(user);
        page.locator("input[name=password]").fill(user);
        page.locator("button[type=submit]").click();
        page.waitForURL("**/?month=all**");
        return page;
    }

    public Page of(String user) {
        return of(user, "en-GB", ColorScheme.LIGHT, 1400, 1000);
    }

    @Override
    public void close() {
        chromium.close();
    }
}
