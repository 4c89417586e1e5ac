package io.ledgerbridge.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.ledgerbridge.Bench;
import io.ledgerbridge.WholeProgram;
import io.ledgerbridge.sandbox.bigcommerce.ShopOrder;
import io.ledgerbridge.security.Chromium;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever decides after somebody else sees what that is about, and undoes nothing that was not shown. */
@WholeProgram
@Tag(WholeProgram.TRIAL)
class SecondPersonTest {

    private static ConsoleBench console;

    @BeforeAll
    static void start() {
        Chromium.isNeeded();
        console = new ConsoleBench(Map.of("ledger-bridge.approval.replay-orders", "2"));
    }

    @AfterAll
    static void stop() {
        console.close();
    }

    @Test
    void seesTheOrdersOfARequestAndWhatTheyWouldComeTo() {
        List<Long> orders =
                Stream.of("15.00", "16.00", "17.00").map(this::parked).toList();
        try (Page first = console.open("operator", "/needs-you/unmapped-channel");
                Page second = console.open("admin", "/needs-you")) {
            first.locator("#live-causes button:has-text('Work again')").click();
            assertThat(first.locator(".said")).containsText("wait for a second person");

            console.go(second, "/needs-you");
            assertThat(second.locator("#second-person")).containsText("A channel has no accounts: 3");
            second.locator("#second-person").getByText("3 orders of store us").click();

            assertThat(second.locator(".sentence")).containsText("operator asked for it. 3 of 3 still need somebody.");
            assertThat(second.locator("tbody tr")).hasCount(3);
            assertThat(second.locator("tbody tr").nth(1)).containsText("16.00 USD");
            assertThat(second.locator("tbody tr").nth(1)).containsText("A channel has no accounts");
            assertThat(second.locator("tbody a[href='/orders/us/%d']".formatted(orders.get(2))))
                    .isVisible();
            Axe.findsNothing(second);
            String page = second.url().substring(second.url().indexOf("/needs-you"));
            console.hasWordsForAll(second, page);
            second.getByText("Preview all").click();
            assertThat(second.locator(".sentence")).hasText("3 orders: 0 would get entries, 3 would still need you.");
            Axe.findsNothing(second);
            second.getByText("Back to the request").click();
            second.getByText("Confirm").click();

            assertThat(second.locator(".said")).containsText("3 orders are worked again.");
            assertThat(second.locator("#live-worked")).containsText("3 still need you.");
            console.go(second, page);
            assertThat(second.locator("h1")).hasText("Needs you");
        }
    }

    @Test
    void seesTheEntriesOfAPreviewAsTheyStandElsewhere() {
        ShopOrder order = console.order("18.00");
        console.bench()
                .bean(JdbcClient.class)
                .sql("""
                INSERT INTO due_order (store, order_id, marks, outcome, reason, detail, remedy, settled_at)
                VALUES ('us', :order, 1, 'parked', 'gave-up', 'why', 'what', CURRENT_TIMESTAMP)""")
                .param("order", order.id())
                .update();
        try (Page page = console.open("operator", "/needs-you/gave-up")) {
            page.locator("button[value='us:%d']:has-text('Preview')".formatted(order.id()))
                    .click();

            assertThat(page.locator("section.entry")).hasCount(1);
            assertThat(page.locator("section.entry tfoot")).containsText("18.00");
            Axe.findsNothing(page);
        }
    }

    @Test
    void undoesNothingThatWasBookedByHandMeanwhile() throws Exception {
        long order = parked("19.00");
        try (Page page = console.open("operator", "/needs-you/unmapped-channel")) {
            page.locator("input[name=order][value='us:%d']".formatted(order)).check();
            page.getByText("Set aside …").click();
            page.locator("input[name=kind][value=no-entry]").check();
            page.locator("#ticked input[name=why]").fill("it was a test of the shop");
            page.getByText("Set aside what is ticked").click();
            assertThat(page.locator("#live-worked")).containsText("1 is set aside.");
            console.bench().await(order, "set-aside");
            page.reload();
            Locator undo = page.locator("#live-worked").getByText("Undo");
            assertThat(undo).isVisible();

            String path = "/api/stores/us/orders/%d/set-aside".formatted(order);
            assertThat(console.bench()
                            .post(path, "{\"kind\":\"by-hand\",\"x3Number\":\"FR-1\",\"why\":\"entered it in X3\"}")
                            .statusCode())
                    .isEqualTo(202);
            undo.click();

            assertThat(page.locator(".said.refused")).containsText("booked by hand meanwhile, by admin, as FR-1");
            assertThat(console.bench()
                            .order(order)
                            .path("setAside")
                            .path("x3Number")
                            .asText())
                    .isEqualTo("FR-1");
            console.go(page, "/needs-you");
            page.locator("summary:has-text('The last')").click();
            Locator row = page.locator("tr:has-text('X3 number FR-1')");
            assertThat(row).containsText("entered it in X3");
            Axe.findsNothing(page);
            row.locator("a[href*='#link-']").click();
            assertThat(page.locator("main")).containsText("FR-1");
        }
    }

    @Test
    void putsADeliveryAwayThatCannotBeRead() throws Exception {
        console.bench().deliver("{\"no\":\"scope\",\"<b>\":1}");
        try (Page page = console.open("operator", "/needs-you/unreadable-event")) {
            assertThat(page.locator(".sentence")).containsText("1 delivery can’t be read");
            page.getByText("What was sent").click();
            assertThat(page.locator("pre")).hasText("{\"no\":\"scope\",\"<b>\":1}");
            Axe.findsNothing(page);
            console.hasWordsForAll(page, "/needs-you/unreadable-event");
            page.locator("input[name=event]").check();
            page.getByText("Seen, put away …").click();
            page.locator("#ticked input[name=why]").fill("a test of the shop");
            page.getByText("Put away what is ticked").click();

            assertThat(page.locator(".said")).containsText("1 delivery is put away.");
            assertThat(page.locator(".sentence")).containsText("Nothing needs you for that.");
            console.go(page, "/needs-you");
            assertThat(page.locator("main")).containsText("a test of the shop");
            console.hasWordsForAll(page, "/needs-you");
        }
    }

    private long parked(String amount) {
        ShopOrder order = console.unmapped(amount);
        Bench bench = console.bench();
        bench.deliver();
        bench.await(order.id(), "parked");
        return order.id();
    }
}
