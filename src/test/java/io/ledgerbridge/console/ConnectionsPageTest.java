package io.ledgerbridge.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.ledgerbridge.WholeProgram;
import io.ledgerbridge.credentials.CredentialName;
import io.ledgerbridge.credentials.Credentials;
import io.ledgerbridge.sandbox.bigcommerce.ShopOrder;
import io.ledgerbridge.sandbox.sagex3.Fault;
import io.ledgerbridge.security.Chromium;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How the stores' connections stand on their page, and what people of each role can do there. */
@WholeProgram
@Tag(WholeProgram.TRIAL)
class ConnectionsPageTest {

    private static final String PATH = "/connections";

    private static ConsoleBench console;

    @BeforeAll
    static void start() {
        Chromium.isNeeded();
        console = new ConsoleBench(Map.of(
                "spring.datasource.hikari.connection-timeout", "1000",
                "spring.datasource.hikari.maximum-pool-size", "20"));
    }

    @AfterAll
    static void stop() {
        console.close();
    }

    @Test
    void showsEachStoreToAViewerWhoCanDoNothing() {
        try (Page page = console.open("viewer", PATH)) {
            assertThat(page.locator(".card.store").count()).isEqualTo(2);
            assertThat(page.locator("main form").count()).isZero();
            assertThat(page.locator("#live-us").textContent()).contains("GraphQL", "SEED", "from the settings", "of 4");
            Axe.findsNothing(page);
            console.hasWordsForAll(page, PATH);
        }
    }

    @Test
    void saysInSentencesWhatBothSidesAnswer() {
        try (Page page = console.open("operator", PATH)) {
            page.locator("[aria-labelledby=store-us] input[name=mapping]").check();
            page.locator("[aria-labelledby=store-us] button.first").click();

            assertThat(page.locator(".checks").textContent())
                    .contains(
                            "BigCommerce takes the token.",
                            "Sage X3 is reached.",
                            "Sage X3 takes the login.",
                            "account 411000");
            assertThat(page.locator("[aria-labelledby=store-us] summary").allTextContents())
                    .as("an operator stores no secret")
                    .containsExactly("Pause …");
            Axe.findsNothing(page);
            Chromium.photograph(page, "connections-asked");
        }
    }

    @Test
    void pausesAndResumesAStore() throws Exception {
        try (Page page = console.open("operator", PATH)) {
            page.locator("[aria-labelledby=store-eu] summary").click();
            page.locator("[aria-labelledby=store-eu] input[name=why]").fill("The month is being closed");
            page.locator("[aria-labelledby=store-eu] form:has(input[name=why]) button")
                    .click();

            PlaywrightAssertions.assertThat(page.locator(".said")).containsText("Store eu is paused");
            assertThat(page.locator("#live-eu").textContent()).contains("operator", "The month is being closed");
            assertThat(console.bench().json("/api/stores").toString()).contains("The month is being closed");
            Axe.findsNothing(page);
            console.go(page, "/?month=all");
            PlaywrightAssertions.assertThat(page.locator(".sentence")).containsText("Store eu is paused since");
            Axe.findsNothing(page);
            console.go(page, PATH);

            page.locator("[aria-labelledby=store-eu] form[action*=resume] button")
                    .click();

            PlaywrightAssertions.assertThat(page.locator(".said")).containsText("Store eu posts again");
        }
    }

    @Test
    void takesASecretAndNeverShowsIt() {
        try (Page page = console.open("admin", PATH)) {
            page.locator("[aria-labelledby=store-eu] summary:has-text('Secrets')")
                    .click();
            page.locator("[aria-labelledby=store-eu] form:has(input[value='sage-x3.password']) input[type=password]")
                    .fill("not-for-eyes");
            page.locator("[aria-labelledby=store-eu] form:has(input[value='sage-x3.password']) button")
                    .click();

            PlaywrightAssertions.assertThat(page.locator(".said")).containsText("sage-x3.password");
            assertThat(page.locator(".said").textContent()).contains("is stored");
            assertThat(page.content()).doesNotContain("not-for-eyes");
            assertThat(console.bench().bean(Credentials.class).find("eu", CredentialName.SAGE_X3_PASSWORD))
                    .contains("not-for-eyes");
            page.locator("[aria-labelledby=store-eu] summary:has-text('Secrets')")
                    .click();
            Axe.findsNothing(page);
            Chromium.photograph(page, "connections-secrets");
            console.hasWordsForAll(page, PATH);
        }
    }

    @Test
    void takesTheWordThatBooksHaveCaughtUp() {
        console.bench().bean(JdbcClient.class).sql("""
                        INSERT INTO books_behind (store, since, order_id, reference, x3_number, entries)
                        VALUES ('eu', now(), 7, 'EU7', 'FR0001', 1)""").update();
        try (Page page = console.open("operator", PATH + "?store=eu")) {
            assertThat(page.locator("#live-eu").textContent()).contains("are behind Sage X3’s ledger", "FR0001");
            Axe.findsNothing(page);
            page.locator("form[action*=books] input[name=why]").fill("All orders were worked again");
            page.locator("form[action*=books] button").click();

            PlaywrightAssertions.assertThat(page.locator(".said")).containsText("count as caught up");
            assertThat(page.locator("#live-eu").textContent()).doesNotContain("behind");
        }
    }

    @Test
    void saysThatAStoreIsSetUpNoMore() {
        JdbcClient jdbc = console.bench().bean(JdbcClient.class);
        jdbc.sql("""
                        INSERT INTO due_order (store, order_id, marks, outcome, reason, settled_at)
                        VALUES ('popup', 1, 1, 'parked', 'gave-up', CURRENT_TIMESTAMP)""").update();
        try (Page page = console.open("viewer", "/?month=all")) {
            PlaywrightAssertions.assertThat(page.locator("#live-banners"))
                    .containsText("Store popup is set up no more, and 1 of its orders");
            Axe.findsNothing(page);
        } finally {
            jdbc.sql("DELETE FROM due_order WHERE store = 'popup'").update();
        }
    }

    @Test
    void saysWhichSideIsAwayAndThatNothingIsLost() {
        console.bench().x3().faults().decide(call -> Fault.of(Fault.Way.UNAVAILABLE));
        try (Page page = console.open("operator", PATH)) {
            ShopOrder order = console.order("15.00");
            console.bench().deliver();
            for (int failed = 0; failed < 10; failed++) {
                console.order("10.00");
            }
            console.bench().deliver();
            PlaywrightAssertions.assertThat(page.locator("#live-troubles"))
                    .containsText("Sage X3 of store us has not answered as it should since");

            PlaywrightAssertions.assertThat(page.locator("#live-us")).containsText("Failed in a row");
            console.go(page, PATH);
            Axe.findsNothing(page);
            Chromium.photograph(page, "connections-x3-away");
            console.go(page, "/?month=all");
            PlaywrightAssertions.assertThat(page.locator(".sentence"))
                    .containsText("Sage X3 of store us hasn’t answered as it should since");
            PlaywrightAssertions.assertThat(page.locator("#live-banners")).containsText("none is lost");
            Axe.findsNothing(page);

            console.bench().x3().faults().clear();
            console.bench().await(order.id(), "posted");
        } finally {
            console.bench().x3().faults().clear();
        }
    }

    @Test
    void saysInWordsThatTheDatabaseDoesNotAnswer() throws Exception {
        List<Connection> all = new ArrayList<>();
        try (Page page = console.open("viewer", PATH)) {
            takeAll(all);
            for (String path :
                    List.of(PATH, "/", "/orders", "/orders/us/1", "/needs-you", "/backfill", "/mapping", "/audit")) {
                int status = Objects.requireNonNull(
                                page.navigate(console.bench().uri(path).toString()))
                        .status();

                assertThat(status).as(path).isEqualTo(503);
                assertThat(page.locator("main").textContent()).contains("The database doesn’t answer. Nothing is lost");
            }
            Axe.findsNothing(page);
            Chromium.photograph(page, "connections-no-database");
        } finally {
            for (Connection one : all) {
                one.close();
            }
        }
    }

    private static void takeAll(List<Connection> all) {
        DataSource database = console.bench().bean(DataSource.class);
        try {
            while (true) {
                all.add(database.getConnection());
            }
        } catch (SQLException none) {
            assertThat(all).isNotEmpty();
        }
    }
}
