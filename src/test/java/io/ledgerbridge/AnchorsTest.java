package io.ledgerbridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.ledgerbridge.books.audit.anchors.Anchors;
import io.ledgerbridge.database.TimedLocks;
import io.ledgerbridge.notices.Notices;
import io.ledgerbridge.sandbox.bigcommerce.Cart;
import io.ledgerbridge.sandbox.bigcommerce.Item;
import io.ledgerbridge.sandbox.bigcommerce.RefundRequest;
import io.ledgerbridge.sandbox.bigcommerce.ShopOrder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** The whole program anchors what it has done, tells of it elsewhere, and finds what was done to it. */
@WholeProgram
class AnchorsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<JsonNode> told = new CopyOnWriteArrayList<>();
    private HttpServer elsewhere;

    @BeforeEach
    void listen() throws IOException {
        elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        elsewhere.createContext("/", call -> {
            told.add(JSON.readTree(call.getRequestBody()));
            call.sendResponseHeaders(204, -1);
            call.close();
        });
        elsewhere.start();
    }

    @AfterEach
    void stop() {
        elsewhere.stop(0);
    }

    @Test
    void findsWhatWasDoneToAnOrderThatWasWorkedAndAnchored() throws Exception {
        Map<String, String> settings = new HashMap<>();
        settings.put(
                "ledger-bridge.alerts.webhook",
                "http://127.0.0.1:%d/hook".formatted(elsewhere.getAddress().getPort()));
        try (Bench bench = Bench.start(settings)) {
            long order = refunded(bench);
            bench.bean(Anchors.class).make(() -> {});
            JsonNode whole = verified(bench);
            assertThat(whole.path("ok").asBoolean()).as(whole.toString()).isTrue();
            assertThat(whole.path("found")).isEmpty();
            JsonNode anchors = bench.json("/api/audit/anchors");
            assertThat(anchors.path("total").asInt()).isEqualTo(1);
            JsonNode anchor = anchors.path("items").path(0);
            assertThat(anchor.path("number").asInt()).isEqualTo(1);
            Awaitility.await().until(() -> told("anchor").size() == 1);
            assertThat(told("anchor").get(0).path("detail").path("hash").asText())
                    .isEqualTo(anchor.path("hash").asText())
                    .hasSize(64);

            bench.bean(JdbcTemplate.class)
                    .update("UPDATE journal SET x3_number = 'FORGED' WHERE order_id = ? AND kind = 'order'", order);

            JsonNode broken = verified(bench);
            assertThat(broken.path("ok").asBoolean()).isFalse();
            assertThat(broken.path("firstBroken").path("order").asLong()).isEqualTo(order);
            assertThat(broken.path("foundCount").asInt()).isEqualTo(1);
            assertThat(broken.path("found").path(0).path("reference").asText()).isEqualTo("BC" + order);
            assertThat(broken.path("found").path(0).path("says").asText()).contains("FORGED");
            Awaitility.await().until(() -> told("audit-trail").size() == 1);
            tellsOfAnOrderThatParks(bench);
        }
    }

    private void tellsOfAnOrderThatParks(Bench bench) throws Exception {
        ShopOrder placed = bench.store()
                .place(Cart.in("USD").with(Item.of("CAP", "Cap", "15.00")).taxRate("0"), 99);
        bench.store().pay(placed.id());
        bench.deliver();
        bench.await(placed.id(), "parked");
        // what its timer does once a minute
        bench.bean(TimedLocks.class).prolong("notices", Duration.ZERO);
        bench.bean(Notices.class).turn();
        Awaitility.await().until(() -> told("parked").size() == 1);
        JsonNode parked = told("parked").get(0);
        assertThat(parked.path("detail").path("order").asLong()).isEqualTo(placed.id());
        assertThat(parked.path("text").asText()).contains("unmapped-channel", "What to do: ");
    }

    private List<JsonNode> told(String kind) {
        return told.stream()
                .filter(one -> one.path("kind").asText().equals(kind))
                .toList();
    }

    private static long refunded(Bench bench) throws Exception {
        ShopOrder placed = bench.store()
                .place(Cart.in("USD").with(Item.of("CAP", "Cap", "15.00")).taxRate("0"), 1);
        bench.store().pay(placed.id());
        bench.deliver();
        bench.await(placed.id(), "posted");
        bench.store().refund(placed.id(), RefundRequest.of().units("CAP", 1));
        bench.deliver();
        Awaitility.await().until(() -> bench.entries().size() == 2);
        bench.await(placed.id(), "posted");
        return placed.id();
    }

    private static JsonNode verified(Bench bench) throws Exception {
        assertThat(bench.post("/api/audit/verify", "").statusCode()).isEqualTo(202);
        return Awaitility.await()
                .until(
                        () -> bench.json("/api/audit/verify"),
                        answer -> answer.path("state").asText().equals("done"));
    }
}
