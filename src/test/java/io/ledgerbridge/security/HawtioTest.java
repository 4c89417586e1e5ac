package io.ledgerbridge.security;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.ledgerbridge.Bench;
import io.ledgerbridge.WholeProgram;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What somebody sees who opens Hawtio in a browser. */
@WholeProgram
@Tag(WholeProgram.TRIAL)
class HawtioTest {

    /** The counter stands alone beside the step's name, which has no digit. */
    private static final Pattern NONE = Pattern.compile("\\b0\\b");

    private static final Pattern THREE = Pattern.compile("\\b3\\b");

    /** As {@code routes/receive-webhook.camel.yaml} has it. */
    private static final String DESCRIPTION = "Answers BigCommerce with 200 once a signed event is committed";

    @BeforeAll
    static void needsChromium() {
        Chromium.isNeeded();
    }

    @Test
    void showsARoutesDiagramWhoseCountersMove() throws Exception {
        try (Bench bench = Bench.start(Bench.withMBeans());
                Chromium chromium = new Chromium()) {
            Page page = chromium.page(1400, 1500);
            logIn(page, bench);
            openDiagram(page, "receive-webhook");

            page.getByText("Attributes", new Page.GetByTextOptions().setExact(true))
                    .first()
                    .click();
            assertThat(page.locator("body")).containsText(DESCRIPTION);
            page.getByText("Route Diagram").click();
            Locator step = page.locator(".react-flow__node").filter(named("Remove Headers"));
            assertThat(step).containsText(NONE);
            for (int delivery = 0; delivery < 3; delivery++) {
                bench.deliver("{\"scope\": \"store/customer/created\", \"delivery\": %d}".formatted(delivery));
            }
            assertThat(step).containsText(THREE);
            Chromium.photograph(page, "hawtio");
        }
    }

    /** The page asked for comes after the login. */
    private static void logIn(Page page, Bench bench) {
        page.navigate(bench.uri("/actuator/hawtio/camel").toString());
        Chromium.logIn(page);
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
