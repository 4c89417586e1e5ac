package io.ledgerbridge.sandbox.bigcommerce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerbridge.TestClock;
import io.ledgerbridge.sandbox.http.Json;
import java.io.IOException;
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
    void refusesCallsBeyondTheQuotaUntilItsWindowEnds() throws Exception {
        store.quota(2, Duration.ofMillis(300));
        assertThat(get("/v2/orders").statusCode()).isEqualTo(204);
        HttpResponse<String> last = get("/v2/orders");
        assertThat(last.headers().firstValue("X-Rate-Limit-Requests-Left")).hasValue("0");
        HttpResponse<String> refused = get("/v2/orders");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(Long.parseLong(refused.headers()
                        .firstValue("X-Rate-Limit-Time-Reset-Ms")
                        .orElseThrow()))
                .isBetween(0L, 300L);
        await().atMost(Duration.ofSeconds(5)).until(() -> get("/v2/orders").statusCode() == 204);
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
