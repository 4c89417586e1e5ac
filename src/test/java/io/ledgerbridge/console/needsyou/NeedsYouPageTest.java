package io.ledgerbridge.console.needsyou;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.ledgerbridge.Bench;
import io.ledgerbridge.WholeProgram;
import io.ledgerbridge.console.Axe;
import io.ledgerbridge.sandbox.bigcommerce.Cart;
import io.ledgerbridge.sandbox.bigcommerce.Item;
import io.ledgerbridge.sandbox.bigcommerce.ShopOrder;
import io.ledgerbridge.security.Chromium;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What needs a person is shown by its causes, and is decided there; two people don't get in each other's way. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@WholeProgram
@Tag(WholeProgram.TRIAL)
class NeedsYouPageTest {

    private static final long MARKETPLACE = 7;

    private Bench bench;
    private Chromium browser;
    private Page admin;
    private Page second;
    private Page viewer;

    @BeforeAll
    void start() {
        Chromium.isNeeded();
        Map<String, String> settings = new LinkedHashMap<>();
        List.of("second", "viewer").forEach(name -> {
            String user = "ledger-bridge.users[%d].".formatted(name.equals("second") ? 1 : 2);
            settings.put(user + "name", name);
            settings.put(user + "password", "{noop}" + name);
            settings.put(user + "role", name.equals("viewer") ? "viewer" : "operator");
        });
        settings.put("ledger-bridge.approval.replay-orders", "2");
        bench = Bench.start(settings);
        browser = new Chromium();
        admin = loggedIn("admin");
        second = loggedIn("second");
        viewer = loggedIn("viewer");
    }

    @AfterAll
    void stop() {
        browser.close();
        bench.close();
    }

    @Test
    @Order(1)
    void saysThatNothingNeedsAnybody() {
        ShopOrder order = placed(1);
        bench.deliver();
        bench.await(order.id(), "posted");

        open(viewer, "/needs-you?month=all");

        assertThat(viewer.locator(".sentence")).containsText("Nothing needs you. 1 order of all months.");
        assertThat(viewer.locator(".sentence")).containsText("The last one was posted");
        Axe.findsNothing(viewer);
        Chromium.photograph(viewer, "needs-you-nothing");
    }

    @Test
    @Order(2)
    void showsViewersEveryCauseWithItsMoneyAndNoForms() throws Exception {
        parked();
        parked();
        parked();
        refused();
        bench.deliver("{\"no\":\"scope\"}");

        open(viewer, "/needs-you");

        assertThat(viewer.locator(".sentence")).hasText("4 orders need you: 60.00 USD are not in the ledger yet.");
        assertThat(viewer.locator("tbody tr").first()).containsText("A channel has no accounts");
        assertThat(viewer.locator("tbody tr").first()).containsText("45.00 USD");
        assertThat(viewer.locator("tbody tr").nth(1)).containsText("Sage X3 refused the entry");
        assertThat(viewer.locator("#live-causes tr:has-text('up to a day') td.amount")
                        .first())
                .hasText("4");
        assertThat(viewer.getByText("1 delivery, the first from")).isVisible();
        assertThat(viewer.locator("main form[method=post]")).hasCount(0);
        Axe.findsNothing(viewer);
        viewer.getByRole(AriaRole.LINK, named("Sage X3 refused the entry")).click();
        assertThat(viewer.locator("td q").first()).containsText("707000");
        assertThat(viewer.locator("main input[type=checkbox]")).hasCount(0);
        assertThat(viewer.locator("main button[name=only]")).hasCount(0);
        Axe.findsNothing(viewer);
        open(viewer, "/needs-you/unreadable-event");
        assertThat(viewer.locator(".sentence")).containsText("1 delivery can’t be read");
        Axe.findsNothing(viewer);
    }

    @Test
    @Order(3)
    void answersAViewersFormWith403() {
        assertThat(viewer.request()
                        .post(bench.uri("/needs-you/work-again").toString())
                        .status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @Order(4)
    @CsvSource({"de, Bestellungen sind zu klären", "fr, commandes sont à traiter"})
    void speaksGermanAndFrench(String language, String words) {
        open(admin, "/language?to=" + language + "&back=/needs-you");

        assertThat(admin.locator(".sentence")).containsText(words);
        assertThat(admin.content()).doesNotContain("??");
        Chromium.photograph(admin, "needs-you-" + language);
        for (String path : List.of("/needs-you/unmapped-channel", "/needs-you/unreadable-event", "/needs-you/x-y")) {
            open(admin, path);
            assertThat(admin.content()).doesNotContain("??");
        }
        open(admin, "/needs-you/unmapped-channel");
        button(admin, "main button[name=only]").first().click();
        assertThat(admin.content()).doesNotContain("??");
        open(admin, "/language?to=en");
    }

    @Test
    @Order(5)
    void previewsThatNothingWouldBePosted() {
        open(admin, "/needs-you");
        Chromium.photograph(admin, "needs-you");

        admin.locator("tbody tr").first().getByText("Preview all").click();

        assertThat(admin.locator(".sentence")).hasText("3 orders: 0 would get entries, 3 would still need you.");
        assertThat(admin.locator("main"))
                .containsText("Nothing would be posted. The order would still need you: A channel has no accounts.");
        Axe.findsNothing(admin);
        Chromium.photograph(admin, "needs-you-preview-parked");
    }

    @Test
    @Order(6)
    void showsWhatWouldBePostedAndThenWhatCameOfIt() throws Exception {
        bench.x3().ledger().folder(Bench.FOLDER).accounts("707000");
        open(admin, "/needs-you");

        admin.locator("tbody tr").nth(1).getByText("Preview all").click();

        assertThat(admin.locator(".sentence")).containsText("1 entry would be posted.");
        assertThat(admin.locator("main")).containsText("By account");
        assertThat(admin.locator("section tbody tr")
                        .filter(new Locator.FilterOptions().setHasText("707000"))
                        .first())
                .containsText("-15.00");
        Axe.findsNothing(admin);
        Chromium.photograph(admin, "needs-you-preview");
        admin.getByText("Work it again").click();
        assertThat(admin.locator(".said")).containsText("1 order is worked again.");
        assertThat(admin.locator("#live-worked")).containsText("In the ledger");
        assertThat(admin.locator("#live-worked")).containsText("X3 number ");
        assertThat(admin.locator("#live-worked")).containsText("1 is in the ledger.");
        Axe.findsNothing(admin);
        Chromium.photograph(admin, "needs-you-worked");
        admin.reload();
        assertThat(admin.locator("#live-worked")).containsText("In the ledger");
        assertThat(admin.getByRole(AriaRole.HEADING, named("What was done lately")))
                .isVisible();
    }

    @Test
    @Order(7)
    void letsASecondPersonAloneConfirmWhatIsMuch() {
        open(second, "/needs-you");
        open(admin, "/needs-you");
        button(admin, "tbody tr button:has-text('Work again')").first().click();

        assertThat(admin.locator(".said")).containsText("3 orders wait for a second person");
        assertThat(admin.locator("#second-person")).containsText("3 orders of store us");
        assertThat(admin.locator("#second-person")).containsText("You asked for it: another operator has to decide.");
        assertThat(admin.locator("#second-person form")).hasCount(0);
        Axe.findsNothing(admin);
        Chromium.photograph(admin, "needs-you-approval");
        second.locator("#second-person").getByText("Confirm").click(new Locator.ClickOptions().setTimeout(25_000));
        assertThat(second.locator(".said")).containsText("3 orders are worked again.");
        assertThat(second.locator("#live-worked")).containsText("3 still need you.");
        assertThat(second.locator("#live-worked")).containsText("A channel has no accounts");
        assertThat(second.locator("#second-person")).hasCount(0);
    }

    @Test
    @Order(8)
    void refusesForTheReasonThatIsGiven() {
        open(admin, "/needs-you");
        button(admin, "tbody tr button:has-text('Work again')").first().click();
        open(second, "/needs-you");

        second.getByText("Refuse …").click();
        second.locator("#second-person input[name=why]").fill("The mapping is not complete yet");
        second.locator("h1").click();
        second.waitForResponse(answer -> answer.url().endsWith("/needs-you"), () -> {});
        assertThat(second.locator("#second-person input[name=why]")).hasValue("The mapping is not complete yet");
        second.locator("#second-person button:has-text('Refuse')").click();

        assertThat(second.locator(".said")).containsText("It is refused");
        assertThat(second.locator("#second-person")).hasCount(0);
    }

    @Test
    @Order(9)
    void setsAsideWhatIsBookedByHandUntilThatIsUndone() throws Exception {
        open(admin, "/needs-you/unmapped-channel");
        long order = Long.parseLong(admin.locator("#ticked tbody th a").first().textContent());
        tick(admin, order);
        admin.getByText("Set aside …").click();
        admin.locator("input[name=x3Number]").fill("FR011-4711");
        admin.locator("input[name=why]").fill("short");
        admin.evaluate("document.getElementById('ticked').noValidate = true");
        Chromium.photograph(admin, "needs-you-cause");
        admin.getByText("Set aside what is ticked").click();
        assertThat(admin.locator(".said")).containsText("10 characters");
        tick(admin, order);
        admin.getByText("Set aside …").click();
        admin.locator("input[name=x3Number]").fill("FR011-4711");
        admin.locator("input[name=why]").fill("Booked by hand when the channel was new");

        admin.getByText("Set aside what is ticked").click();

        assertThat(admin.locator(".said")).containsText("1 order is set aside.");
        assertThat(admin.locator("#live-worked")).containsText("Booked by hand as FR011-4711, set aside by admin");
        bench.await(order, "set-aside");
        bench.store().note(order, "nothing of its figures has changed");
        bench.deliver();
        assertThat(bench.await(order, "set-aside")
                        .path("setAside")
                        .path("x3Number")
                        .asText())
                .isEqualTo("FR011-4711");
        admin.reload();
        assertThat(admin.locator("#live-worked .state")).containsText("Set aside");
        Axe.findsNothing(admin);
        Chromium.photograph(admin, "needs-you-set-aside");
        admin.locator("#live-worked").getByText("Undo").click();
        assertThat(admin.locator(".said")).containsText("set aside no more");
        bench.await(order, "parked");
    }

    @Test
    @Order(10)
    void tellsTheSlowerOfTwoPeopleThatNothingWasToBeDone() throws Exception {
        ShopOrder order = refused();
        bench.x3().ledger().folder(Bench.FOLDER).accounts("707000");
        open(admin, "/needs-you/refused-by-x3");
        open(second, "/needs-you/refused-by-x3");
        Page late = loggedIn("second");
        open(late, "/needs-you/refused-by-x3");

        button(admin, "button[name=only][value='us:%d']:has-text('Work again')".formatted(order.id()))
                .click();
        assertThat(admin.locator(".said")).containsText("1 order is worked again.");
        bench.await(order.id(), "posted");
        tick(second, order.id());
        second.getByText("Set aside …").click();
        second.locator("input[name=kind][value=no-entry]").check();
        second.locator("input[name=why]").fill("I thought nobody would");
        second.getByText("Set aside what is ticked").click();

        assertThat(second.locator(".said.refused")).containsText("needs nobody any more");
        assertThat(second.locator("#live-worked")).containsText("In the ledger");
        assertThat(bench.order(order.id()).path("setAside").isNull()).isTrue();
        button(late, "button[name=only][value='us:%d']:has-text('Work again')".formatted(order.id()))
                .click();
        assertThat(late.locator(".said")).containsText("Nothing was to be done");
    }

    @Test
    @Order(11)
    void assignsNotesAndFilters() {
        open(admin, "/needs-you/unmapped-channel");
        long order = Long.parseLong(admin.locator("#ticked tbody th a").first().textContent());
        tick(admin, order);
        admin.getByText("Assign …").click();
        admin.getByText("Assign what is ticked").click();
        assertThat(admin.locator(".said")).containsText("1 order is assigned.");
        tick(admin, order);
        admin.getByText("Note …").click();
        admin.locator("input[name=text]").fill("Asked the shop which channel it is");
        admin.getByText("Write it down with what is ticked").click();
        assertThat(admin.locator("#ticked tbody")).containsText("Asked the shop which channel it is");

        tick(admin, order);
        admin.getByText("Tag …").click();
        admin.locator("input[name=tag]").fill("shop-asked");
        admin.getByText("Tag what is ticked").click();
        assertThat(admin.locator(".said")).containsText("1 order has the tag.");
        assertThat(admin.locator("#ticked tbody a.tag")).hasText("shop-asked");

        choose("me");

        assertThat(admin.locator("#ticked tbody tr")).hasCount(1);
        assertThat(admin.locator("#ticked tbody tr")).containsText("admin");
        choose("nobody");
        assertThat(admin.locator("#ticked tbody tr")).hasCount(2);
        button(admin, "table button:has-text('Work again')").first().click();
        assertThat(admin.locator(".said")).containsText("2 orders are worked again.");
    }

    @Test
    @Order(12)
    void renewsTheCausesByItselfAndLeavesWhatIsBeingFilledIn() {
        open(admin, "/needs-you/unmapped-channel");
        Locator box = admin.locator("#ticked tbody input[name=order]").first();
        box.check();
        admin.getByText("Note …").click();
        admin.locator("input[name=text]").fill("half a note");
        admin.locator("#again-us-unmapped-channel").focus();

        parked();

        assertThat(admin.locator("#live-sentence"))
                .containsText(
                        "4 orders need you: 60.00 USD", new LocatorAssertions.ContainsTextOptions().setTimeout(25_000));
        assertThat(admin.locator("#live-causes tbody")).containsText("60.00 USD");
        assertThat(admin.locator("#again-us-unmapped-channel")).isFocused();
        assertThat(box).isChecked();
        assertThat(admin.locator("input[name=text]")).hasValue("half a note");
    }

    private ShopOrder placed(long channel) {
        ShopOrder order = bench.store()
                .place(Cart.in("USD").with(Item.of("CAP", "Cap", "15.00")).taxRate("0"), channel);
        bench.store().pay(order.id());
        return order;
    }

    private void parked() {
        ShopOrder order = placed(MARKETPLACE);
        bench.deliver();
        bench.await(order.id(), "parked");
    }

    private ShopOrder refused() {
        bench.x3().ledger().folder(Bench.FOLDER).withoutAccounts("707000");
        ShopOrder order = placed(1);
        bench.deliver();
        bench.await(order.id(), "parked");
        return order;
    }

    private Page loggedIn(String name) {
        Page page = browser.page(1400, 1000);
        page.navigate(bench.uri("/needs-you").toString());
        page.locator("input[name=username]").fill(name);
        page.locator("input[name=password]").fill(name);
        page.locator("button[type=submit]").click();
        page.waitForURL("**/needs-you*");
        return page;
    }

    private void open(Page page, String path) {
        page.navigate(bench.uri(path).toString());
    }

    /** Once the script is there that sends a choice at once. */
    private void choose(String assigned) {
        admin.waitForLoadState();
        admin.locator("select[name=assigned]").selectOption(assigned);
        admin.waitForURL("**assigned=" + assigned + "*");
    }

    private static Locator button(Page page, String selector) {
        return page.locator(selector);
    }

    private static void tick(Page page, long order) {
        page.locator("input[name=order][value='us:%d']".formatted(order)).check();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
