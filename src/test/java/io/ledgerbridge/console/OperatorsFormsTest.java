package io.ledgerbridge.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.Bench;
import io.ledgerbridge.WholeProgram;
import io.ledgerbridge.sandbox.bigcommerce.Cart;
import io.ledgerbridge.sandbox.bigcommerce.Item;
import io.ledgerbridge.sandbox.bigcommerce.ShopOrder;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the pages Connections, Mapping and Backfill say that needs no browser to be seen. */
@WholeProgram
@Tag(WholeProgram.TRIAL)
class OperatorsFormsTest {

    private static Bench bench;
    private static Visitor admin;

    @BeforeAll
    static void start() {
        bench = Bench.start(Map.of());
        admin = new Visitor(bench, "admin");
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    @Test
    void saysWhatTheTokenMayReadOnceItWasAsked() throws Exception {
        assertThat(admin.get("/connections").body()).contains("Scopes", "not asked since the program started");

        admin.post("/connections/us/ping", Map.of());

        assertThat(admin.get("/connections").body()).contains("orders and refunds can be read");

        bench.store().quota(0, Duration.ofSeconds(1));
        admin.post("/connections/us/ping", Map.of());
        bench.store().quota(10_000, Duration.ofSeconds(30));

        assertThat(admin.get("/connections").body())
                .contains("not all that is needed can be read")
                .doesNotContain("orders and refunds can be read");
    }

    @Test
    void showsTheHashOfEachVersionOfAMapping() throws Exception {
        String hash = bench.json("/api/mappings?store=us").at("/items/0/sha256").asText();
        assertThat(hash).hasSize(64);

        assertThat(admin.get("/mapping?store=us").body())
                .contains("title=\"" + hash + "\"", ">" + hash.substring(0, 12) + "<", hash.substring(12) + "<");
    }

    @Test
    void saysInWordsWhyOrdersWouldWaitUnderAnotherMapping() throws Exception {
        ShopOrder order = bench.store()
                .place(Cart.in("USD").with(Item.of("CAP", "Cap", "15.00")).taxRate("0.10"), 1);
        bench.store().pay(order.id());
        bench.deliver();
        bench.await(order.id(), "posted");

        String page = admin.post(
                        "/mapping/us/preview",
                        Map.of(
                                "of",
                                YearMonth.now(ZoneId.of("America/Chicago")).toString(),
                                "channels",
                                "{\"1\": {\"accounts\": {\"receivable\": \"411000\", \"revenue\": \"707000\"}}}"))
                .body();

        assertThat(page).contains("would wait for you (An account is missing)").doesNotContain("(missing-account)");
    }

    @ParameterizedTest
    @CsvSource({
        "closed-period, /connections?store=us&amp;month=all",
        "totals-differ, /connections?store=us&amp;month=all",
        "poison, /needs-you/poison?store=us&amp;month=all",
        "missing-account, /mapping?store=us&amp;month=all"
    })
    void leadsFromACauseToWhereItIsMended(String cause, String page) throws Exception {
        JdbcClient jdbc = bench.bean(JdbcClient.class);
        jdbc.sql("DELETE FROM due_order WHERE order_id = 600001").update();
        jdbc.sql("""
                        INSERT INTO due_order (store, order_id, marks, outcome, reason, settled_at)
                        VALUES ('us', 600001, 1, 'parked', :cause, CURRENT_TIMESTAMP)""").param("cause", cause).update();

        assertThat(admin.get("/needs-you?store=us&month=all").body())
                .containsPattern("id=\"place-us-%s\" href=\"%s\"|href=\"%2$s\" id=\"place-us-%1$s\""
                        .formatted(cause, Pattern.quote(page)));
    }

    @Test
    void leadsFromACauseOfAShadowRunToItsOrdersAlone() throws Exception {
        JdbcClient jdbc = bench.bean(JdbcClient.class);
        jdbc.sql("""
                        INSERT INTO shadow_run (id, store, first_day, last_day, created_from, created_to, last_order, listed,
                            asked_at)
                        VALUES (1000777, 'us', DATE '2019-01-01', DATE '2019-01-02', now(), now(), 0, TRUE, now())""").update();
        jdbc.sql("""
                        INSERT INTO shadow_order (run_id, order_id, outcome, reason, detail, compared_at)
                        VALUES (1000777, 71, 'park', 'missing-account', 'a', now()),
                            (1000777, 72, 'park', 'unknown-tax', 'b', now())""").update();

        String page = admin.get("/backfill/shadow/1000777").body();

        String address = "/backfill/shadow/1000777?of=park&amp;reason=unknown-tax";
        assertThat(page).contains(address + "#orders");
        assertThat(admin.get(address.replace("&amp;", "&")).body())
                .contains("/orders/us/72\"")
                .doesNotContain("/orders/us/71\"");
    }
}
