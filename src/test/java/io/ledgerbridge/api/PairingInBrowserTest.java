package io.ledgerbridge.api;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.ledgerbridge.Bench;
import io.ledgerbridge.WholeProgram;
import io.ledgerbridge.security.Chromium;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What an admin sees who pairs a store: our login, X3's page, and the end. */
@WholeProgram
class PairingInBrowserTest {

    @BeforeAll
    static void needsChromium() {
        Chromium.isNeeded();
    }

    @Test
    void goesFromTheLoginToSageX3AndBack() {
        try (Bench bench = Bench.start(Bench.byOAuth2());
                Chromium chromium = new Chromium()) {
            Page page = chromium.page(900, 600);
            page.route("http://bridge.invalid/**", route -> toTheBench(route, bench));

            page.navigate(bench.uri("/oauth2/sage-x3/us/authorize").toString());
            Chromium.photograph(page, "login");
            Chromium.logIn(page);

            assertThat(page.locator("h1")).hasText("Sage X3");
            page.getByText("Allow").click();
            assertThat(page.locator("p")).hasText("Store us is paired with Sage X3.");
            Chromium.photograph(page, "paired");
        }
    }

    /** Where the settings say that the program is. */
    private static void toTheBench(Route route, Bench bench) {
        route.resume(new Route.ResumeOptions()
                .setUrl(route.request()
                        .url()
                        .replace("http://bridge.invalid", bench.uri("").toString())));
    }
}
