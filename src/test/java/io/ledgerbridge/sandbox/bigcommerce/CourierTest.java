package io.ledgerbridge.sandbox.bigcommerce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.ledgerbridge.TestClock;
import io.ledgerbridge.sandbox.http.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CourierTest {

    private final TestClock clock = new TestClock("2026-10-31T15:00:00Z");
    private final BigCommerceSandbox sandbox = new BigCommerceSandbox(0, clock);
    private final Store store = sandbox.store("abc123");
    private final Token token = Token.full("good", "app-1", "secret-1");
    private final Courier courier = new Courier(store);
    private final List<Arrival> arrivals = new CopyOnWriteArrayList<>();
    private volatile int answer = 200;
    private final HttpServer receiver;

    private record Arrival(String body, Map<String, List<String>> headers) {}

    CourierTest() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void open() {
        receiver.createContext("/", this::take);
        receiver.start();
        store.grant(token);
    }

    @AfterEach
    void close() {
        receiver.stop(0);
        sandbox.close();
    }

    @Test
    void deliversEachEventAtLeastTwiceWithTheSameBytes() {
        subscribe("store/order/*");
        store.pay(store.place(WorkedExamplesTest.everything(), 1).id());

        List<Courier.Receipt> receipts = courier.deliver(Manner.rough(7));

        assertThat(receipts).allMatch(Courier.Receipt::arrived).hasSize(10);
        assertThat(arrivals.stream().map(Arrival::body).distinct()).hasSize(4);
        assertThat(arrivals).extracting(Arrival::body).allMatch(body -> body.contains("\"created_at\":1793458800"));
    }

    @Test
    void writesEnvelopesAsThePublishedOnes() {
        subscribe("store/*");
        long id = store.place(WorkedExamplesTest.everything(), 3).id();
        store.pay(id);
        Refund refund = store.refund(id, RefundRequest.of().units("B", 1));
        store.write(id);
        store.archive(id);
        courier.deliver(Manner.plain());

        List<JsonNode> envelopes =
                arrivals.stream().map(arrival -> Json.read(arrival.body())).toList();
        assertThat(envelopes)
                .extracting(envelope -> envelope.path("scope").asText())
                .contains(
                        "store/order/created",
                        "store/order/updated",
                        "store/order/statusUpdated",
                        "store/order/refund/created",
                        "store/order/transaction/created",
                        "store/order/message/created",
                        "store/order/archived",
                        "store/channel/3/order/created");
        assertThat(envelopes).allSatisfy(envelope -> {
            assertThat(envelope.path("producer").textValue()).isEqualTo("stores/abc123");
            assertThat(envelope.path("hash").textValue()).matches("[0-9a-f]{40}");
            assertThat(envelope.path("store_id").isTextual()).isTrue();
            assertThat(envelope.path("created_at").isInt()).isTrue();
        });
        assertThat(data(envelopes, "store/order/refund/created")
                        .path("refund")
                        .path("refund_id")
                        .asLong())
                .isEqualTo(refund.id());
        assertThat(data(envelopes, "store/order/transaction/created")
                        .path("order_id")
                        .textValue())
                .isEqualTo(Long.toString(id));
        assertThat(data(envelopes, "store/order/statusUpdated")
                        .path("status")
                        .path("new_status_id")
                        .asInt())
                .isEqualTo(11);
    }

    @Test
    void signsInEachWay() {
        Hook hook = subscribe("store/order/created");
        store.place(WorkedExamplesTest.everything(), 1);
        Event event = store.takeEvents().get(0);

        store.signing(Signature.X_BC_SIGNATURE_HEX, Signature.STANDARD_WEBHOOKS);
        assertThat(courier.headers(event, hook))
                .containsEntry("X-Shared", "word")
                .containsKeys("X-BC-Signature", "webhook-id", "webhook-timestamp", "webhook-signature");
        store.signing(Signature.NONE);
        assertThat(courier.headers(event, hook)).containsOnlyKeys("X-Shared");
    }

    @Test
    void signsTheTestVectorOfStandardWebhooks() {
        String body = "{\"producer\":\"stores/abc123\",\"hash\":\"3f9ea420af83450d7ef9f78b08c8af25b2213637\","
                + "\"created_at\":1700000000,\"store_id\":\"1025646\",\"scope\":\"store/order/created\","
                + "\"data\":{\"type\":\"order\",\"id\":250}}";
        assertThat(Signature.STANDARD_WEBHOOKS.headers(
                        "bc_client_secret_EXAMPLE_0123456789abcdef",
                        "msg_2KWPBgLlAfxdpx2AI54pPJ85f4W",
                        1_700_000_000L,
                        body))
                .containsEntry("webhook-signature", "v1,7V4krW8YUPLBpNLR1CGZJcCI1xX4WqHAbcfkNQXN8oc=");
    }

    @Test
    void triesElevenTimesMoreAndThenSwitchesTheHookOff() {
        Hook hook = subscribe("store/order/created");
        store.place(WorkedExamplesTest.everything(), 1);
        answer = 204;

        List<Courier.Receipt> receipts = courier.deliver(Manner.plain().withTimeFactor(0));

        assertThat(receipts).hasSize(1);
        assertThat(receipts.get(0).statuses()).hasSize(12).containsOnly(204);
        assertThat(store.hooks().of(token)).extracting(Hook::id, Hook::active).containsExactly(tuple(hook.id(), false));
        assertThat(store.takeEvents()).extracting(Event::scope).containsOnly("store/hook/deliveryException");
    }

    @Test
    void twoChangesOfOneKindWithinASecondLookTheSame() {
        long id = store.place(WorkedExamplesTest.everything(), 1).id();
        store.takeEvents();
        store.edit(id, cart -> cart.shipping("1.00"));
        Event first = store.takeEvents().get(0);
        store.edit(id, cart -> cart.shipping("2.00"));
        assertThat(store.takeEvents().get(0).body()).isEqualTo(first.body());
        clock.set(clock.instant().plusSeconds(1));
        store.edit(id, cart -> cart.shipping("3.00"));
        assertThat(store.takeEvents().get(0).body()).isNotEqualTo(first.body());
    }

    private static JsonNode data(List<JsonNode> envelopes, String scope) {
        return envelopes.stream()
                .filter(envelope -> envelope.path("scope").asText().equals(scope))
                .findFirst()
                .orElseThrow()
                .path("data");
    }

    private Hook subscribe(String scope) {
        URI destination = URI.create("http://localhost:" + receiver.getAddress().getPort() + "/hook");
        return store.hooks().create(token, scope, destination, true, Map.of("X-Shared", "word"));
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            arrivals.add(new Arrival(body, Map.copyOf(exchange.getRequestHeaders())));
            exchange.sendResponseHeaders(answer, -1);
        }
    }
}
