package io.ledgerbridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerbridge.sandbox.bigcommerce.Cart;
import io.ledgerbridge.sandbox.bigcommerce.Item;
import io.ledgerbridge.sandbox.bigcommerce.Misbehaviour;
import io.ledgerbridge.sandbox.bigcommerce.ShopOrder;
import io.ledgerbridge.sandbox.bigcommerce.Signature;
import io.ledgerbridge.sandbox.sagex3.Call;
import io.ledgerbridge.sandbox.sagex3.Fault;
import io.ledgerbridge.sandbox.sagex3.Fault.Way;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A name comes in by every way that there is, and is nowhere once its order's personal data is erased. */
@OnEachDatabase
@Tag(WholeProgram.TRIAL)
@WholeProgram
class PersonalDataTest {

    private static final String NAME = "Habermehl";

    private final Database database;

    PersonalDataTest(Database database) {
        this.database = database;
    }

    @Test
    void isNowhereAfterAnErasureAndTheChainsFit() throws Exception {
        try (Bench bench = Bench.start(settings())) {
            List<Long> orders = List.of(refused(bench), refusedInDoubt(bench), unread(bench), behind(bench));
            assertThat(List.of("Keller", "Millbrook", "@example.com"))
                    .as("of every order's billing address")
                    .allSatisfy(word -> assertThat(columnsWith(word)).isEmpty());
            assertThat(whereNamed())
                    .containsExactlyInAnyOrder(
                            "approval.request",
                            "approval.why",
                            "audit_words.words",
                            "books_behind.why",
                            "due_order.detail",
                            "event.body",
                            "event.headers",
                            "journal.detail",
                            "journal.refusal_in_doubt",
                            "order_tag.tag",
                            "recorded_refund.document",
                            "recorded_refund.why",
                            "set_aside.why");

            erase(bench, orders);

            assertThat(whereNamed()).isEmpty();
            assertThat(verified(bench)).isTrue();
            for (long order : orders) {
                JsonNode last = lastLink(bench, order);
                assertThat(last.path("step").asText()).isEqualTo("personal-data-erased");
                assertThat(last.path("detail").path("by").asText()).isEqualTo("admin");
                assertThat(last.path("detail").path("chainWords").asInt()).isPositive();
            }
            erase(bench, orders);
            assertThat(lastLink(bench, orders.get(0))
                            .path("detail")
                            .path("chainWords")
                            .asInt())
                    .as("no second link, since nothing was left")
                    .isPositive();
            comesInAgain(bench, orders.get(1));
        }
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        settings.put("spring.datasource.url", database.url());
        settings.put("spring.datasource.username", database.user());
        settings.put("spring.datasource.password", "");
        settings.put("ledger-bridge.users[1].name", "controller");
        settings.put("ledger-bridge.users[1].password", "{noop}controller");
        settings.put("ledger-bridge.users[1].role", "operator");
        return settings;
    }

    /** X3 refuses it by name; people write the name wherever they may write. */
    private static long refused(Bench bench) throws Exception {
        bench.x3()
                .faults()
                .decide(call -> call.kind() == Call.Kind.CREATE
                        ? Fault.of(Way.REFUSED, "Customer " + NAME + " is on hold")
                        : Fault.none());
        long order = placed(bench);
        bench.deliver();
        bench.await(order, "parked");
        assertThat(deliver(bench, order)).isEqualTo(200);
        assertThat(bench.send("PUT", "/api/stores/us/orders/" + order + "/tags/" + NAME, "")
                        .statusCode())
                .isEqualTo(204);
        String refunds = "/api/stores/us/orders/" + order + "/refunds";
        String refund =
                "{\"amount\":1,\"tax\":0,\"tender\":\"card\",\"date\":\"2026-11-01\",\"document\":\"%s\",\"why\":\"%s\"}";
        assertThat(bench.post(refunds, refund.formatted("paid to " + NAME, "asked by " + NAME))
                        .statusCode())
                .isEqualTo(202);
        assertThat(bench.post("controller", "/api/approvals/1/confirm", "{}").statusCode())
                .isEqualTo(202);
        assertThat(bench.post(refunds, refund.formatted(NAME + "-2026", "a name that looks like a number"))
                        .statusCode())
                .isEqualTo(202);
        assertThat(bench.post("controller", "/api/approvals/2/confirm", "{}").statusCode())
                .isEqualTo(202);
        assertThat(bench.post(refunds, refund.formatted("CN-7", "again")).statusCode())
                .isEqualTo(202);
        assertThat(bench.post("controller", "/api/approvals/3/refuse", "{\"why\":\"%s had it\"}".formatted(NAME))
                        .statusCode())
                .isEqualTo(202);
        String setAside = "/api/stores/us/orders/" + order + "/set-aside";
        String byHand = "{\"kind\":\"by-hand\",\"x3Number\":\"%s\",\"why\":\"by hand\"}";
        assertThat(bench.post(setAside, byHand.formatted("for " + NAME + " 4711"))
                        .statusCode())
                .as("what stands in the chain has to be a number")
                .isEqualTo(400);
        assertThat(bench.post(setAside, "{\"kind\":\"no-entry\",\"why\":\"%s never paid\"}".formatted(NAME))
                        .statusCode())
                .isEqualTo(202);
        bench.await(order, "set-aside");
        return order;
    }

    /** X3 fails with a name, and a look-up then finds nothing. */
    private static long refusedInDoubt(Bench bench) throws Exception {
        bench.x3()
                .faults()
                .decide(call -> call.kind() == Call.Kind.CREATE
                        ? Fault.of(Way.REFUSED_AS_SERVER_ERROR, "Customer " + NAME + " is on hold")
                        : Fault.none());
        long order = placed(bench);
        bench.deliver();
        bench.await(order, "parked");
        bench.x3().faults().clear();
        return order;
    }

    /** BigCommerce says a name instead of an order. */
    private static long unread(Bench bench) throws Exception {
        long order = placed(bench);
        bench.shop()
                .misbehave(request -> request.path().endsWith("/orders/" + order)
                        ? Optional.of(Misbehaviour.json(400, "[{\"status\":400,\"message\":\"" + NAME + " is gone\"}]"))
                        : Optional.empty());
        bench.deliver();
        assertThat(bench.await(order, "parked").path("detail").asText()).contains(NAME);
        bench.shop().behave();
        return order;
    }

    /** X3 has its entry, which the books never sent; a person says why. */
    private static long behind(Bench bench) throws Exception {
        long order = placed(bench);
        bench.writeIntoX3("BC" + order, "15.00");
        bench.deliver();
        bench.await(order, "posted");
        assertThat(bench.post("/api/stores/us/books/confirm", "{\"why\":\"%s called\"}".formatted(NAME))
                        .statusCode())
                .isEqualTo(204);
        return order;
    }

    /** A later webhook is kept and worked as ever, and can be erased again. */
    private void comesInAgain(Bench bench, long order) throws Exception {
        assertThat(deliver(bench, order)).isEqualTo(200);
        bench.await(order, "posted");
        assertThat(whereNamed()).containsExactly("event.body", "event.headers");

        erase(bench, List.of(order));

        assertThat(whereNamed()).isEmpty();
        assertThat(bench.post("/api/stores/us/orders/" + order + "/replay", "{}")
                        .statusCode())
                .isEqualTo(202);
        bench.await(order, "posted");
        assertThat(verified(bench)).isTrue();
    }

    private static void erase(Bench bench, List<Long> orders) throws Exception {
        String body = "{\"store\":\"us\",\"orders\":%s}".formatted(orders);
        assertThat(bench.post("/api/privacy/erase", body).statusCode()).isEqualTo(202);
        Awaitility.await()
                .until(() -> bench.json("/api/privacy/erase?store=us")
                                .path("waiting")
                                .asInt()
                        == 0);
    }

    private static long placed(Bench bench) {
        ShopOrder order = bench.store()
                .place(Cart.in("USD").with(Item.of("CAP", "Cap", "15.00")).taxRate("0"), 1);
        bench.store().pay(order.id());
        return order.id();
    }

    /** With a name in its body and in a header. */
    private static int deliver(Bench bench, long order) throws Exception {
        String body = """
                {"scope":"store/order/updated","producer":"stores/abc123","created_at":%d,"data":{"type":"order","id":%d,"customer":"%s"}}""".formatted(System.nanoTime() & 0xffffff, order, NAME);
        HttpRequest.Builder request = HttpRequest.newBuilder(bench.uri("/webhooks/bigcommerce/us"))
                .header("webhook-id", NAME)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        Signature.X_BC_SIGNATURE_BASE64
                .headers(Bench.TOKEN.clientSecret(), "id", 0, body)
                .forEach(request::header);
        return HttpClient.newHttpClient()
                .send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static boolean verified(Bench bench) throws Exception {
        assertThat(bench.post("/api/audit/verify", "").statusCode()).isEqualTo(202);
        return Awaitility.await()
                .until(
                        () -> bench.json("/api/audit/verify"),
                        answer -> answer.path("state").asText().equals("done"))
                .path("ok")
                .asBoolean();
    }

    private static JsonNode lastLink(Bench bench, long order) throws Exception {
        JsonNode links = bench.json("/api/audit?store=us&order=" + order).path("items");
        return links.path(links.size() - 1);
    }

    private Set<String> whereNamed() {
        return columnsWith(NAME);
    }

    /** Every column of every table that holds a word in any of its rows. */
    private Set<String> columnsWith(String word) {
        Set<String> columns = new TreeSet<>();
        for (String table : tables()) {
            database.jdbc()
                    .sql("SELECT * FROM " + table)
                    .query()
                    .listOfRows()
                    .forEach(row -> row.forEach((column, value) -> {
                        if (text(value).toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT))) {
                            columns.add(table + "." + column);
                        }
                    }));
        }
        return columns;
    }

    private List<String> tables() {
        return database.jdbc().sql("""
                        SELECT table_name FROM information_schema.tables
                         WHERE table_schema = CURRENT_SCHEMA AND table_type = 'BASE TABLE'""").query(String.class).list();
    }

    private static String text(Object value) {
        return value instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : String.valueOf(value);
    }
}
