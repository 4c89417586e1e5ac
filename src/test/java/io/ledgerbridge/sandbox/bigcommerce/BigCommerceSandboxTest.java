package io.ledgerbridge.sandbox.bigcommerce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerbridge.TestClock;
import io.ledgerbridge.sandbox.http.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BigCommerceSandboxTest {

    private final TestClock clock = new TestClock("2026-10-31T15:00:00Z");
    private final BigCommerceSandbox sandbox = new BigCommerceSandbox(0, clock);
    private final Store store = sandbox.store("abc123");
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void open() {
        store.grant(Token.full("good", "app-1", "secret-1"));
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void servesAnOrderAsV2Does() throws Exception {
        long id = store.place(WorkedExamplesTest.everything(), 1).id();
        clock.advance(Duration.ofMinutes(2));
        store.pay(id);

        HttpResponse<String> response = get("/v2/orders/" + id);
        JsonNode order = Json.read(response.body());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(order.path("date_created").textValue()).isEqualTo("Sat, 31 Oct 2026 15:00:00 +0000");
        assertThat(order.path("date_modified").textValue()).isEqualTo("Sat, 31 Oct 2026 15:02:00 +0000");
        assertThat(order.path("date_shipped").textValue()).isEmpty();
        assertThat(order.path("total_inc_tax").isTextual()).isTrue();
        assertThat(order.path("refunded_amount").decimalValue()).isZero();
        assertThat(order.has("fees")).isFalse();
        assertThat(response.headers().map())
                .containsKeys(
                        "x-rate-limit-requests-left",
                        "x-rate-limit-requests-quota",
                        "x-rate-limit-time-reset-ms",
                        "x-rate-limit-time-window-ms");
    }

    @Test
    void namesFeesOnlyWhereTheyAreAskedFor() throws Exception {
        long id = store.place(
                        Cart.in("USD").with(Item.of("A", "Shirt", "10.00")).with(Fee.onTop("Engraving", "4.00")), 1)
                .id();

        assertThat(Json.read(get("/v2/orders/" + id).body()).has("fees")).isFalse();
        assertThat(Json.read(get("/v2/orders/" + id + "?include=fees").body()).path("fees"))
                .hasSize(1);
    }

    @Test
    void answersAListWithNothingBy204() throws Exception {
        assertThat(get("/v2/orders").statusCode()).isEqualTo(204);
        assertThat(get("/v2/orders").body()).isEmpty();
    }

    @Test
    void listsOrdersByDateChannelAndStatus() throws Exception {
        long early = store.place(WorkedExamplesTest.everything(), 1).id();
        clock.advance(Duration.ofHours(1));
        long late = store.place(WorkedExamplesTest.everything(), 2).id();
        store.pay(late);

        assertThat(ids("/v2/orders?min_date_modified=2026-10-31T15:30:00Z")).containsExactly(late);
        assertThat(ids("/v2/orders?max_date_created=Sat,%2031%20Oct%202026%2015:30:00%20%2B0000"))
                .containsExactly(early);
        assertThat(ids("/v2/orders?channel_id=2")).containsExactly(late);
        assertThat(ids("/v2/orders?status_id=0")).containsExactly(early);
        assertThat(ids("/v2/orders?sort=date_modified:desc")).containsExactly(late, early);
        assertThat(ids("/v2/orders?limit=1&page=2")).containsExactly(late);
        assertThat(get("/v2/orders?limit=251").statusCode()).isEqualTo(413);
    }

    @Test
    void answersProductsInPagesOf50() throws Exception {
        Cart cart = Cart.in("USD");
        for (int line = 0; line < 51; line++) {
            cart.with(Item.of("S" + line, "Socks", "3.00"));
        }
        String products = "/v2/orders/" + store.place(cart, 1).id() + "/products";

        assertThat(Json.read(get(products).body())).hasSize(50);
        assertThat(Json.read(get(products + "?page=2").body())).hasSize(1);
        assertThat(get(products + "?page=3").statusCode()).isEqualTo(204);
    }

    @Test
    void answersErrorsInTheFormOfTheVersion() throws Exception {
        assertThat(get("/v2/orders/1").statusCode()).isEqualTo(404);
        assertThat(Json.read(get("/v2/orders/1").body()).path(0).path("status").asInt())
                .isEqualTo(404);
        assertThat(Json.read(get("/v3/orders/1/payment_actions/refunds").body())
                        .path("title")
                        .asText())
                .isNotEmpty();
        assertThat(call("GET", "/v2/orders", "bad", "").statusCode()).isEqualTo(401);

        store.grant(new Token("narrow", "app-2", "secret-2", EnumSet.of(Token.Permission.TRANSACTIONS)));
        assertThat(call("GET", "/v2/orders", "narrow", "").statusCode()).isEqualTo(403);
        String refunds = "/v3/orders/payment_actions/refunds";
        assertThat(call("GET", refunds, "narrow", "").statusCode()).isEqualTo(200);
        assertThat(call("GET", "/v3/orders/1/transactions", "narrow", "").statusCode())
                .isEqualTo(404);
        store.grant(new Token("narrower", "app-2", "secret-2", Set.of()));
        assertThat(call("GET", refunds, "narrower", "").statusCode()).isEqualTo(403);
        assertThat(call("POST", "/v2/orders", "good", "{}").statusCode()).isEqualTo(405);
        assertThat(call("GET", "/v2/customers", "good", "").statusCode()).isEqualTo(404);
    }

    @Test
    void answersXmlToWhoeverDoesNotAskForJson() throws Exception {
        store.place(WorkedExamplesTest.everything(), 1);
        HttpRequest request = HttpRequest.newBuilder(uri("/v2/orders"))
                .header("X-Auth-Token", "good")
                .build();
        assertThat(client.send(request, BodyHandlers.ofString()).body()).startsWith("<?xml");
    }

    @Test
    void refusesCallsBeyondTheQuotaAndSaysUntilWhen() throws Exception {
        store.quota(2, Duration.ofHours(1));
        assertThat(get("/v2/orders").statusCode()).isEqualTo(204);
        HttpResponse<String> last = get("/v2/orders");
        assertThat(last.headers().firstValue("X-Rate-Limit-Requests-Left")).hasValue("0");
        HttpResponse<String> refused = get("/v2/orders");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(Long.parseLong(refused.headers()
                        .firstValue("X-Rate-Limit-Time-Reset-Ms")
                        .orElseThrow()))
                .isBetween(1L, 3_600_000L);
    }

    @Test
    void servesRefundsAsV3Does() throws Exception {
        long id = store.place(WorkedExamplesTest.everything(), 1).id();
        store.pay(id);
        assertThat(Json.read(get("/v3/orders/" + id + "/payment_actions/refunds")
                                .body())
                        .path("data"))
                .isEmpty();
        Refund made = store.refund(id, RefundRequest.of().units("A", 1).shipping("4.00"));

        JsonNode refund = Json.read(
                        get("/v3/orders/" + id + "/payment_actions/refunds").body())
                .path("data")
                .path(0);
        assertThat(refund.path("total_amount").isNumber()).isTrue();
        assertThat(refund.path("total_amount").decimalValue()).isEqualByComparingTo("53.04");
        assertThat(refund.path("created").textValue()).isEqualTo("2026-10-31T15:00:00+00:00");
        assertThat(refund.path("items").path(0).path("requested_amount").isNull())
                .isTrue();
        assertThat(refund.path("items").path(1).path("requested_amount").asText())
                .startsWith("4");

        store.declineRefund(made);
        String overOrders = "/v3/orders/payment_actions/refunds?created:min=2026-10-31T00:00:00%2B00:00";
        JsonNode all = Json.read(get(overOrders).body()).path("data");
        assertThat(all).hasSize(1);
        assertThat(all.path(0).path("payments").path(0).path("is_declined").asBoolean())
                .isTrue();
        assertThat(Json.read(get(overOrders + "&page=2").body()).path("data")).isEmpty();
    }

    @Test
    void tellsEachPaymentWhatFailedBeforeItAndWhatWasPaidBack() throws Exception {
        store.firstOrder(1200);
        long id = store.place(WorkedExamplesTest.everything().payBy("stripe").payBy("paypalexpress", "23.05"), 1)
                .id();
        assertThat(get("/v3/orders/" + id + "/transactions").statusCode()).isEqualTo(204);
        store.pay(id);
        store.refund(id, RefundRequest.of().units("A", 1).by("custom"));

        JsonNode all = Json.read(get("/v3/orders/" + id + "/transactions").body());
        assertThat(all.path("data"))
                .extracting(row -> "%s %s %s %s %s"
                        .formatted(
                                row.path("event").textValue(),
                                row.path("method").textValue(),
                                row.path("gateway").textValue(),
                                row.path("amount"),
                                row.path("status").textValue()))
                .containsExactly(
                        "purchase gift_certificate giftcertificate 25 ok",
                        "purchase store_credit storecredit 10 ok",
                        "purchase credit_card stripe 100 error",
                        "purchase credit_card stripe 100 ok",
                        "settled credit_card stripe 100 ok",
                        "purchase electronic_wallet paypalexpress 23.05 ok",
                        "refund custom custom 48.71 ok");
        assertThat(all.path("data"))
                .extracting(row -> row.path("gateway_transaction_id").textValue())
                .containsExactly(
                        "giftcertificate|1200b",
                        "storecredit|1200b",
                        "stripe|1200a",
                        "stripe|1200b",
                        "stripe|1200b",
                        "paypalexpress|1200b",
                        "refund|"
                                + store.order(id)
                                        .refunds()
                                        .get(0)
                                        .payments()
                                        .get(0)
                                        .id());
        JsonNode last = all.path("data").path(6);
        assertThat(last.path("order_id").textValue()).isEqualTo("1200");
        assertThat(last.path("amount").isNumber()).isTrue();
        assertThat(last.path("reference_transaction_id")).isEqualTo(Json.object());
        assertThat(last.path("date_created").textValue()).isEqualTo("2026-10-31T15:00:00+00:00");
        assertThat(Json.read(get("/v3/orders/" + id + "/transactions?limit=6&page=2")
                                .body())
                        .path("data"))
                .hasSize(1);
    }

    @Test
    void tellsACardThatIsChargedLaterAndNothingOfWhatIsOnAccount() throws Exception {
        store.firstOrder(1201);
        long later = store.place(Cart.in("USD").with(Item.of("A", "Shirt", "10.00")), 1)
                .id();
        store.authorize(later);
        assertThat(store.orderJson(later).orElseThrow().path("payment_status").textValue())
                .isEqualTo("authorized");
        store.capture(later);
        store.confirm(later);
        assertThat(store.orderJson(later).orElseThrow().path("payment_status").textValue())
                .isEqualTo("captured");
        assertThat(store.transactionsJson(later))
                .extracting(row -> row.path("event").textValue())
                .containsExactly("authorization", "capture");

        long onAccount = store.place(
                        Cart.in("USD").with(Item.of("A", "Shirt", "10.00")).onAccount(), 1)
                .id();
        store.pay(onAccount);
        JsonNode order = store.orderJson(onAccount).orElseThrow();
        assertThat(order.path("payment_method").textValue()).isEqualTo("Purchase Order");
        assertThat(order.path("payment_provider_id").isNull()).isTrue();
        assertThat(order.path("payment_status").textValue()).isEmpty();
        assertThat(get("/v3/orders/" + onAccount + "/transactions").statusCode())
                .isEqualTo(204);
        assertThat(get("/v3/orders/1/transactions").statusCode()).isEqualTo(404);
    }

    @Test
    void tellsTheTaxOfEachLineByItsRate() throws Exception {
        store.taxInclusive();
        Cart cart = Cart.in("EUR")
                .taxRate("0.20")
                .with(Item.of("A", "Shirt", "120.00"))
                .with(Item.of("B", "Book", "21.10").taxedAt("0.055").wrapped("1.20"))
                .with(Discount.coupon("TEN", "10"))
                .shipping("6.00")
                .handling("2.40");
        String taxes = "/v2/orders/" + store.place(cart, 1).id() + "/taxes";

        JsonNode rows = Json.read(get(taxes + "?details=true").body());
        assertThat(rows)
                .extracting(row -> "%s %s %s"
                        .formatted(
                                row.path("line_item_type").textValue(),
                                row.path("rate").textValue(),
                                new BigDecimal(row.path("line_amount").textValue()).setScale(2, RoundingMode.HALF_UP)))
                .containsExactly(
                        "item 20.0000 18.00",
                        "item 5.5000 0.99",
                        "shipping 20.0000 1.00",
                        "handling 20.0000 0.40",
                        "gift-wrapping 20.0000 0.20");
        JsonNode products = Json.read(get(taxes.replace("taxes", "products")).body());
        assertThat(rows.path(1).path("order_product_id").textValue())
                .isEqualTo(products.path(1).path("id").asText());
        assertThat(rows.path(2).path("order_product_id").isNull()).isTrue();
        assertThat(rows.path(0).path("order_address_id"))
                .isEqualTo(products.path(0).path("order_address_id"));
        JsonNode plain = Json.read(get(taxes).body()).path(0);
        assertThat(plain.has("line_item_type") || plain.has("order_product_id")).isFalse();
        assertThat(Json.read(get(taxes + "?limit=4&page=2").body())).hasSize(1);
    }

    @Test
    void tellsWhereAnOrderIsShippedAndBilled() throws Exception {
        long id = store.place(
                        Cart.in("EUR")
                                .with(Item.of("A", "Shirt", "10.00"))
                                .shipping("6.00")
                                .to("DE")
                                .billedTo("FR"),
                        1)
                .id();

        JsonNode address = Json.read(
                        get("/v2/orders/" + id + "/shipping_addresses").body())
                .path(0);
        assertThat(address.path("country_iso2").textValue()).isEqualTo("DE");
        assertThat(new BigDecimal(address.path("cost_ex_tax").textValue())).isEqualByComparingTo("6");
        JsonNode order = Json.read(get("/v2/orders/" + id).body());
        assertThat(order.path("billing_address").path("country").textValue()).isEqualTo("France");

        long digital = store.place(
                        Cart.in("EUR").with(Item.of("A", "Pattern", "6.00").digital()), 1)
                .id();
        assertThat(get("/v2/orders/" + digital + "/shipping_addresses").statusCode())
                .isEqualTo(204);
        long untaxed = digital % 2 == 0 ? id : digital;
        assertThat(get("/v2/orders/" + untaxed + "/taxes?details=true").statusCode())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v3/orders/%d/transactions", "/v2/orders/%d/taxes", "/v2/orders/%d/shipping_addresses"})
    void misbehavesWithWhatIsListedOfAnOrderToo(String path) throws Exception {
        long id = store.place(WorkedExamplesTest.everything(), 1).id();
        store.pay(id);
        String resource = path.formatted(id);
        assertThat(get(resource).statusCode()).isEqualTo(200);
        assertThat(get(resource + "?page=2").body()).isIn("", "{\"data\":[],\"meta\":{}}");

        sandbox.misbehave(
                request -> request.path().endsWith(resource) ? Optional.of(Misbehaviour.html(502)) : Optional.empty());
        assertThat(get(resource).body()).startsWith("<html>");
        assertThat(get("/v2/orders/" + id).statusCode()).isEqualTo(200);
    }

    @Test
    void keepsHooksToTheClientThatMadeThem() throws Exception {
        String hook =
                "{\"scope\":\"store/order/*\",\"destination\":\"https://bridge.example.com/hook\",\"is_active\":true}";
        store.grant(Token.full("other", "app-2", "secret-2"));
        JsonNode made =
                Json.read(call("POST", "/v3/hooks", "good", hook).body()).path("data");

        assertThat(made.path("client_id").textValue()).isEqualTo("app-1");
        assertThat(Json.read(get("/v3/hooks").body()).path("data")).hasSize(1);
        assertThat(Json.read(call("GET", "/v3/hooks", "other", "").body()).path("data"))
                .isEmpty();
        String path = "/v3/hooks/" + made.path("id").asLong();
        String on = "{\"is_active\":true}";
        assertThat(call("PUT", path, "other", on).statusCode()).isEqualTo(404);

        store.hooks().switchOff(made.path("id").asLong());
        assertThat(isActive(get("/v3/hooks"))).isFalse();
        assertThat(call("PUT", path, "good", on).statusCode()).isEqualTo(200);
        assertThat(isActive(get("/v3/hooks"))).isTrue();
    }

    private static boolean isActive(HttpResponse<String> hooks) {
        return Json.read(hooks.body()).path("data").path(0).path("is_active").asBoolean();
    }

    @Test
    void takesTenHooksForOneScopeAndOnlyOverHttps() throws Exception {
        String plain = "{\"scope\":\"store/order/created\",\"destination\":\"http://localhost:8080/hook\"}";
        assertThat(call("POST", "/v3/hooks", "good", plain).statusCode()).isEqualTo(422);
        store.hooks().acceptPlainHttp();
        for (int count = 0; count < 10; count++) {
            assertThat(call("POST", "/v3/hooks", "good", plain).statusCode()).isEqualTo(200);
        }
        assertThat(call("POST", "/v3/hooks", "good", plain).statusCode()).isEqualTo(422);
    }

    @Test
    void misbehavesWhenATestAsksForIt() throws Exception {
        store.place(WorkedExamplesTest.everything(), 1);
        sandbox.misbehave(request -> Optional.of(Misbehaviour.throttled(Duration.ofSeconds(2))));
        HttpResponse<String> throttled = get("/v2/orders");
        assertThat(throttled.statusCode()).isEqualTo(429);
        assertThat(throttled.headers().firstValue("X-Rate-Limit-Time-Reset-Ms")).hasValue("2000");

        sandbox.misbehave(request -> Optional.of(Misbehaviour.html(502)));
        assertThat(get("/v2/orders").body()).startsWith("<html>");

        sandbox.misbehave(request -> Optional.of(Misbehaviour.halfABody()));
        assertThatThrownBy(() -> get("/v2/orders")).isInstanceOf(IOException.class);
        sandbox.misbehave(request -> Optional.of(Misbehaviour.hungUp()));
        assertThatThrownBy(() -> get("/v2/orders")).isInstanceOf(IOException.class);

        sandbox.behave();
        assertThat(get("/v2/orders").statusCode()).isEqualTo(200);
        assertThat(sandbox.calls("GET", ".*/v2/orders")).isGreaterThanOrEqualTo(5);
    }

    @Test
    void servesAnOrderAsItIsPrintedElsewhere() throws Exception {
        store.serve(
                "{\"id\":218,\"total_inc_tax\":\"69.8400\",\"date_created\":\"Tue, 05 Mar 2019 21:40:11 +0000\",\"fees\":[{\"id\":1}]}",
                "[{\"id\":7,\"total_ex_tax\":\"62.6793\"}]",
                "{\"data\":[]}");
        assertThat(Json.read(get("/v2/orders/218").body()).path("total_inc_tax").textValue())
                .isEqualTo("69.8400");
        assertThat(Json.read(get("/v2/orders/218?include=fees").body()).path("fees"))
                .hasSize(1);
        assertThat(Json.read(get("/v2/orders/218/products").body())).hasSize(1);
        assertThat(Json.read(get("/v3/orders/218/payment_actions/refunds").body())
                        .path("data"))
                .isEmpty();
    }

    private List<Long> ids(String path) throws Exception {
        List<Long> ids = new ArrayList<>();
        Json.read(get(path).body()).forEach(order -> ids.add(order.path("id").asLong()));
        return ids;
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return call("GET", path, "good", "");
    }

    private HttpResponse<String> call(String method, String path, String token, String body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri(path))
                .header("X-Auth-Token", token)
                .header("Accept", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create(sandbox.url() + "/stores/abc123" + path);
    }
}
