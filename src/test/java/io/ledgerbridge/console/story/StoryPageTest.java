package io.ledgerbridge.console.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.ledgerbridge.Bench;
import io.ledgerbridge.WholeProgram;
import io.ledgerbridge.console.Axe;
import io.ledgerbridge.sandbox.bigcommerce.Cart;
import io.ledgerbridge.sandbox.bigcommerce.Item;
import io.ledgerbridge.sandbox.bigcommerce.RefundRequest;
import io.ledgerbridge.sandbox.bigcommerce.ShopOrder;
import io.ledgerbridge.security.Chromium;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The page of one order tells its life, and lets operators do what the API lets them do. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@WholeProgram
@Tag(WholeProgram.TRIAL)
class StoryPageTest {

    private static final long MARKETPLACE = 7;

    private Bench bench;
    private Chromium browser;
    private Page admin;
    private Page second;
    private Page viewer;
    private ShopOrder life;

    @BeforeAll
    void start() {
        Chromium.isNeeded();
        Map<String, String> users = new LinkedHashMap<>();
        List.of("second", "viewer").forEach(name -> {
            String user = "ledger-bridge.users[%d].".formatted(name.equals("second") ? 1 : 2);
            users.put(user + "name", name);
            users.put(user + "password", "{noop}" + name);
            users.put(user + "role", name.equals("viewer") ? "viewer" : "operator");
        });
        users.put("ledger-bridge.stores.us.channels.1.cost-of-goods", "memo");
        users.put("ledger-bridge.stores.us.channels.1.accounts.cost-of-goods", "607000");
        users.put("ledger-bridge.stores.us.channels.1.accounts.inventory", "370000");
        bench = Bench.start(users);
        browser = new Chromium();
        admin = loggedIn("admin");
        second = loggedIn("second");
        viewer = loggedIn("viewer");
        life = lived();
    }

    @AfterAll
    void stop() {
        browser.close();
        bench.close();
    }

    @Test
    void tellsTheLifeOfAnOrder() throws Exception {
        ShopOrder order = life;
        JsonNode said = bench.order(order.id());

        open(viewer, order);

        assertThat(viewer.locator(".sentence")).containsText("In the ledger");
        assertThat(viewer.locator(".sentence")).containsText("the ledger holds 54.13 USD ✓");
        assertThat(viewer.locator(".entry h3").allTextContents()).hasSize(3);
        assertThat(viewer.locator(".entry h3").first()).containsText("Sale BC" + order.id());
        assertThat(viewer.locator("dl"))
                .containsText(said.path("journals").path(0).path("x3Number").asText());
        assertThat(viewer.locator(".timeline")).containsText("BigCommerce: the order was created.");
        assertThat(viewer.locator(".timeline")).containsText("Read from BigCommerce: total");
        assertThat(viewer.locator(".timeline")).containsText("is in the ledger as");
        assertThat(viewer.locator(".timeline")).containsText("BigCommerce: refund");
        assertThat(viewer.locator("main form")).hasCount(0);
        assertThat(viewer.content()).doesNotContain("??");
        Axe.findsNothing(viewer);

        viewer.locator(".timeline li a").last().click();

        assertThat(viewer.locator("#chain")).containsText("Order " + order.id() + " of store us");
        assertThat(viewer.locator("tr:target")).containsText("In the ledger");
    }

    @Test
    void saysWhyALineIsWhatItIsAndShowsSignedAmounts() {
        ShopOrder order = life;
        open(viewer, order);
        Locator first = viewer.locator(".entry").first();
        Locator row = first.locator("tbody tr").filter(new Locator.FilterOptions().setHasText("Revenue"));
        assertThat(row.locator("> td.amount").nth(1)).hasText("140.00");

        row.locator("details summary").click();

        assertThat(row.locator("details")).containsText("Revenue 140.00, credit: 2 ×");
        assertThat(row.locator("details")).containsText("products[0].total_ex_tax");
        assertThat(row.locator("details td").first()).hasText("100.00");
        assertThat(row.locator("details")).containsText("Rule: Revenue: the products without tax");
        assertThat(row.locator("details")).containsText("mapping version");
        assertThat(first.locator("tfoot")).containsText("Total USD");
        photograph(viewer, "story");
        viewer.locator("text=Signed amounts").click();
        assertThat(viewer.locator(".entry").first().locator("tfoot td.amount")).hasText("0.00");
        assertThat(viewer.locator(".entry")
                        .first()
                        .locator("tbody tr")
                        .filter(new Locator.FilterOptions().setHasText("Revenue"))
                        .locator("> td.amount"))
                .hasText("-140.00");
        assertThat(viewer.locator("details.why td.amount")
                        .filter(new Locator.FilterOptions().setHasText("-100.00"))
                        .first())
                .isAttached();
    }

    @Test
    void saysWhyInThePagesLanguageAndOnThePagesSide() {
        Page page = loggedIn("viewer", "de");
        open(page, life);
        Locator sale = page.locator(".entry").first().locator("tbody tr");
        Locator refund = page.locator(".entry").last().locator("tbody tr");

        assertThat(sale.filter(new Locator.FilterOptions().setHasText("Erlöse")).locator("details"))
                .containsText("Erlöse 140,00 im Haben: 2 × A zu 50,00");
        assertThat(refund.filter(new Locator.FilterOptions().setHasText("Umsatzsteuer"))
                        .locator("details p")
                        .first())
                .containsText(Pattern.compile("Umsatzsteuer -\\d+,\\d+ im Haben: "));
        assertThat(page.locator(".why [lang=en]")).hasCount(0);
        page.context().close();
    }

    @Test
    void saysWhatToDoInThePagesLanguage() throws Exception {
        ShopOrder order = parked();
        Page page = loggedIn("viewer", "de");
        open(page, order);
        assertThat(page.locator(".bad-edge")).containsText("Benennen Sie den Kanal und seine Konten");
        assertThat(page.locator(".bad-edge [lang=en].faint")).isVisible();
        page.context().close();
        open(viewer, order);
        assertThat(viewer.locator(".bad-edge [lang=en].faint")).hasCount(0);
    }

    @Test
    void showsWhatIsKeptInTheBooksAlone() {
        open(viewer, life);
        Locator memo = viewer.locator(".entry")
                .first()
                .locator("> .scroll > table > tbody")
                .nth(1);
        assertThat(memo).containsText("In our books alone");
        assertThat(memo.locator("tr.memo")).hasCount(2);
        assertThat(memo.locator("tr.memo").first()).containsText("607000");
    }

    @Test
    void saysWhatSageX3Refused() throws Exception {
        bench.x3().ledger().folder(Bench.FOLDER).withoutAccounts("707000");
        try {
            ShopOrder order = worked(1, "parked");
            open(admin, order);
            assertThat(admin.locator(".entry h3")).containsText("Refused by Sage X3");
            assertThat(admin.locator(".entry q")).containsText("707000");
            assertThat(admin.locator("main > .scroll tbody tr").first()).containsText("15.00");
            Axe.findsNothing(admin);
        } finally {
            bench.x3().ledger().folder(Bench.FOLDER).accounts("707000");
        }
    }

    @Test
    void speaksGermanAndFrench() {
        ShopOrder order = life;
        ShopOrder parked = parked();
        for (String language : List.of("de", "fr")) {
            Page page = loggedIn("admin", language);
            for (ShopOrder one : List.of(order, parked)) {
                open(page, one);
                assertThat(page.locator("html")).hasAttribute("lang", language);
                assertThat(page.content()).doesNotContain("??");
                assertThat(page.locator("main").textContent())
                        .doesNotContain("Accounting date", "Work it again", "Ledger now");
                Axe.findsNothing(page);
            }
            photograph(page, "story-" + language);
            page.context().close();
        }
    }

    @Test
    void fitsAPhone() {
        ShopOrder order = life;
        admin.setViewportSize(390, 844);
        open(admin, order);
        photograph(admin, "story-phone");
        assertThat((Boolean) admin.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isTrue();
        admin.setViewportSize(1280, 900);
    }

    @Test
    void saysThatNobodyHasHeardOfAnOrderAndReadsIt() {
        ShopOrder order = placed(1);
        assertThat(admin.navigate(at(order)).status()).isEqualTo(404);
        assertThat(admin.locator(".sentence")).hasText("Ledger Bridge has never heard of this order.");
        Axe.findsNothing(admin);
        viewer.navigate(at(order));
        assertThat(viewer.locator("main form")).hasCount(0);
        assertThat(viewer.navigate(bench.uri("/orders/nowhere/5").toString()).status())
                .isEqualTo(404);

        admin.locator("main form button.first").click();

        assertThat(admin.locator(".said")).containsText("It is being worked again.");
        bench.await(order.id(), "posted");
        open(admin, order);
        assertThat(admin.locator(".timeline")).containsText("admin had it worked again.");
    }

    @Test
    void showsWhatWorkingAnOrderWouldComeTo() {
        ShopOrder order = parked();
        open(admin, order);
        assertThat(admin.locator("#cause")).hasCount(1);
        assertThat(admin.locator(".bad-edge")).containsText("channel 7");

        click(admin, "Preview");

        assertThat(admin.locator("#preview")).containsText("Nothing would be posted: it still needs you:");
        Axe.findsNothing(admin);
        ShopOrder unheard = placed(1);
        admin.navigate(at(unheard));
        click(admin, "Preview");
        assertThat(admin.locator("#preview")).containsText("Entries to be posted: 1");
        assertThat(admin.locator("#preview table").first()).containsText("411000");
        photograph(admin, "story-preview");
        assertThat(admin.locator("#preview .entry h3")).containsText("BC" + unheard.id());
        bench.store().quota(0, Duration.ofSeconds(1));
        try {
            click(admin, "Preview");
            assertThat(admin.locator(".said.refused")).containsText("Not done:");
        } finally {
            bench.store().quota(10_000, Duration.ofSeconds(30));
        }
    }

    @Test
    void setsAsideBothWaysAndUndoesIt() throws Exception {
        ShopOrder order = parked();
        open(admin, order);
        admin.locator("#act-hand summary").click();
        admin.locator("#act-hand [name=x3Number]").fill("VTE2611-000123");
        admin.locator("#act-hand [name=why]").fill("booked by the tax adviser");
        admin.locator("#act-hand button").click();
        assertThat(admin.locator(".said")).containsText("It is set aside");
        assertThat(bench.order(order.id()).path("setAside").path("x3Number").asText())
                .isEqualTo("VTE2611-000123");
        assertThat(admin.locator("main")).containsText("Booked by hand: VTE2611-000123, said admin:");

        click(admin, "Post what changed since");
        assertThat(admin.locator(".said")).containsText("What changed since");
        Awaitility.await()
                .until(() -> bench.order(order.id()).path("state").asText().equals("set-aside"));
        open(admin, order);
        click(admin, "Undo the set-aside");
        assertThat(admin.locator(".said")).containsText("The set-aside is undone");
        bench.await(order.id(), "parked");

        open(admin, order);
        admin.locator("#act-none summary").click();
        admin.locator("#act-none [name=why]").fill("a test of the shop's");
        admin.locator("#act-none button").click();
        assertThat(admin.locator(".said")).containsText("It is set aside");
        assertThat(bench.order(order.id()).path("setAside").path("kind").asText())
                .isEqualTo("no-entry");
    }

    @Test
    void hasASecondPersonConfirmARecordedRefund() throws Exception {
        ShopOrder order = posted();
        askForRefund(order, "DOC-1");
        assertThat(admin.locator(".said")).containsText("waits for a second person");
        assertThat(admin.locator("main"))
                .containsText("admin asks to have a refund of 5.00 USD recorded, document DOC-1.");
        Axe.findsNothing(admin);
        click(admin, "Confirm");
        assertThat(admin.locator(".said.refused")).containsText("admin asked for it, so a second person has to decide");
        open(viewer, order);
        assertThat(viewer.locator("main")).containsText("admin asks to have a refund of 5.00 USD recorded");
        assertThat(viewer.locator("main form")).hasCount(0);

        open(second, order);
        photograph(second, "story-approval");
        click(second, "Confirm");
        assertThat(second.locator(".said")).containsText("Confirmed.");
        Awaitility.await()
                .until(() -> bench.order(order.id()).path("journals").size() == 2
                        && bench.order(order.id()).path("state").asText().equals("posted"));

        open(admin, order);
        assertThat(admin.locator(".sentence")).containsText("✓");
        assertThat(admin.locator(".timeline"))
                .containsText("second confirmed the refund of 5.00 that admin asked for, document DOC-1.");
        admin.locator("#act-refund > summary").click();
        admin.locator("#act-refund .box [name=why]").fill("recorded by mistake");
        admin.locator("#act-refund .box button").last().click();
        assertThat(admin.locator(".said")).containsText("The removal waits");
        open(second, order);
        second.locator("text=Refuse …").click();
        second.locator("main details form.fields [name=why]").first().fill("no, it stands");
        second.locator("main details[open] form.fields button").first().click();
        assertThat(second.locator(".said")).containsText("Refused.");
    }

    @Test
    void writesNotesAndSaysWhoLooksAfterIt() throws Exception {
        ShopOrder order = parked();
        open(admin, order);
        admin.locator("#act-note summary").click();
        admin.locator("#act-note [name=text]").fill("asked the shop <b>which</b> channel it is");
        admin.locator("#act-note button").click();
        assertThat(admin.locator("blockquote")).containsText("asked the shop <b>which</b> channel it is");
        for (Map.Entry<String, String> button :
                Map.of("me", "admin", "nobody", "nobody", "name", "J. Doe").entrySet()) {
            admin.locator("#act-assign summary").click();
            admin.locator("#act-assign [name=to]").fill("J. Doe");
            admin.locator("#act-assign button[value=" + button.getKey() + "]").click();
            assertThat(admin.locator(".said")).containsText("It is assigned.");
            assertThat(admin.locator("dl")).containsText(button.getValue());
        }
    }

    @Test
    void hasTagsUnderWhichItIsFoundAgain() throws Exception {
        ShopOrder order = parked();
        open(admin, order);
        admin.locator("#act-tag summary").click();
        admin.locator("#act-tag [name=tag]").fill("two words");
        admin.locator("#act-tag button").click();
        assertThat(admin.locator(".said")).containsText("\"two words\", is not a tag: 1 to 30 letters");

        admin.locator("#act-tag summary").click();
        admin.locator("#act-tag [name=tag]").fill("Clôture");
        admin.locator("#act-tag button").click();
        assertThat(admin.locator(".said")).containsText("It has the tag.");
        assertThat(admin.locator(".timeline")).containsText("admin put a tag on it. clôture");
        Axe.findsNothing(admin);
        open(viewer, order);
        assertThat(viewer.locator("ul.tags button")).hasCount(0);
        viewer.locator("ul.tags a.tag").click();
        assertThat(viewer.locator("#live-orders tbody tr")).hasCount(1);
        assertThat(viewer.locator("#live-orders tbody a.tag")).hasText("clôture");
        assertThat(viewer.locator("input[name=tag]")).hasValue("clôture");

        admin.locator("ul.tags button").click();

        assertThat(admin.locator(".said")).containsText("The tag is off.");
        assertThat(admin.locator("ul.tags")).hasCount(0);
    }

    @Test
    void needsASecondPersonForWhatIsMuchAsOnNeedsYou() throws Exception {
        ShopOrder order = bench.store()
                .place(Cart.in("USD").with(Item.of("BOAT", "Boat", "20000.00")).taxRate("0"), MARKETPLACE);
        bench.store().pay(order.id());
        bench.store().takeEvents();
        bench.post("/api/stores/us/orders/" + order.id() + "/replay", "{}");
        bench.await(order.id(), "parked");
        open(admin, order);

        click(admin, "Work it again");

        assertThat(admin.locator(".said")).containsText("1 order waits for a second person");
        assertThat(admin.locator("#replays")).containsText("admin asks to have it worked again.");
        assertThat(admin.locator("#replays")).containsText("20,000.00 USD");
        assertThat(bench.order(order.id()).path("state").asText()).isEqualTo("parked");
        assertThat(admin.content()).doesNotContain("??");
        Axe.findsNothing(admin);
        open(viewer, order);
        assertThat(viewer.locator("#replays")).containsText("admin asks to have it worked again.");
        open(second, order);
        second.locator("#replays a").click();
        second.locator("#second-person").getByText("Confirm").click();
        assertThat(second.locator(".said")).containsText("1 order is worked again.");
        bench.await(order.id(), "parked");
        open(second, order);
        assertThat(second.locator("#replays")).hasCount(0);
    }

    @Test
    void tellsTheSecondOfTwoPeopleWhatTheFirstOneDid() throws Exception {
        ShopOrder order = parked();
        open(admin, order);
        open(second, order);
        admin.locator("#act-none summary").click();
        admin.locator("#act-none [name=why]").fill("a test of the shop's");
        admin.locator("#act-none button").click();
        assertThat(admin.locator(".said")).containsText("It is set aside");

        assertThat(second.locator("#live-standing"))
                .containsText(
                        "Something has happened since this page was opened: admin set it aside without an entry.");
        click(second, "Work it again");

        assertThat(second.locator(".said.refused")).containsText("admin set it aside without an entry.");
        assertThat(second.locator(".sentence")).containsText("Set aside");
        assertThat(bench.order(order.id()).path("state").asText()).isEqualTo("set-aside");
        click(second, "Undo the set-aside");
        assertThat(second.locator(".said")).containsText("undone");
    }

    private void askForRefund(ShopOrder order, String document) {
        open(admin, order);
        admin.locator("#act-refund summary").click();
        admin.locator("#act-refund [name=amount]").fill("5,00");
        admin.locator("#act-refund [name=tax]").fill("0");
        admin.locator("#act-refund [name=date]")
                .fill(LocalDate.now(ZoneId.of("America/Chicago")).toString());
        admin.locator("#act-refund [name=document]").fill(document);
        admin.locator("#act-refund [name=why]").fill("paid back by bank transfer");
        admin.locator("#act-refund form").first().locator("button").last().click();
    }

    /** Placed, paid, edited and refunded in part, each of which a webhook told. */
    private ShopOrder lived() {
        ShopOrder order = bench.store()
                .place(
                        Cart.in("USD")
                                .with(Item.of("A", "A", "50.00").times(2))
                                .with(Item.of("B", "B", "40.00").costing("25.00"))
                                .taxRate("0.0825")
                                .shipping("0"),
                        1);
        bench.store().pay(order.id());
        bench.deliver();
        bench.await(order.id(), "posted");
        bench.store().edit(order.id(), cart -> cart.change("A", item -> item.times(1)));
        bench.deliver();
        journals(order, 2);
        bench.store().refund(order.id(), RefundRequest.of().units("B", 1));
        bench.deliver();
        journals(order, 3);
        return order;
    }

    private void journals(ShopOrder order, int most) {
        Awaitility.await().until(() -> {
            JsonNode now = bench.order(order.id());
            return now.path("journals").size() == most
                    && now.path("state").asText().equals("posted");
        });
    }

    private ShopOrder placed(long channel) {
        ShopOrder order = bench.store()
                .place(Cart.in("USD").with(Item.of("CAP", "Cap", "15.00")).taxRate("0"), channel);
        bench.store().pay(order.id());
        bench.store().takeEvents();
        return order;
    }

    private ShopOrder posted() throws Exception {
        return worked(1, "posted");
    }

    private ShopOrder parked() {
        try {
            return worked(MARKETPLACE, "parked");
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private ShopOrder worked(long channel, String state) throws Exception {
        ShopOrder order = placed(channel);
        bench.post("/api/stores/us/orders/" + order.id() + "/replay", "{}");
        bench.await(order.id(), state);
        return order;
    }

    private String at(ShopOrder order) {
        return bench.uri("/orders/us/" + order.id()).toString();
    }

    private void open(Page page, ShopOrder order) {
        page.navigate(at(order));
    }

    private static void click(Page page, String button) {
        page.locator("main button", new Page.LocatorOptions().setHasText(button))
                .first()
                .click();
    }

    private Page loggedIn(String user) {
        return loggedIn(user, "en");
    }

    private Page loggedIn(String user, String language) {
        Page page = browser.page(1280, 900);
        page.setDefaultTimeout(120_000);
        PlaywrightAssertions.setDefaultAssertionTimeout(120_000);
        page.setExtraHTTPHeaders(Map.of("Accept-Language", language));
        page.navigate(bench.uri("/login").toString());
        page.locator("input[name=username]").fill(user);
        page.locator("input[name=password]").fill(user);
        page.locator("button[type=submit]").click();
        return page;
    }

    private static void photograph(Page page, String name) {
        Chromium.photograph(page, name);
    }
}
