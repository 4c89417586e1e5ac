package io.ledgerbridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerbridge.sandbox.bigcommerce.Cart;
import io.ledgerbridge.sandbox.bigcommerce.Item;
import io.ledgerbridge.sandbox.bigcommerce.ShopOrder;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A store that a person pauses receives and posts nothing, until a person resumes it. */
@WholeProgram
@Tag(WholeProgram.TRIAL)
class PauseTest {

    private static Bench bench;

    @BeforeAll
    static void start() {
        bench = Bench.start(Map.of("ledger-bridge.sweep.interval", "1s"), List.of("eu"));
    }

    @AfterEach
    void resume() throws Exception {
        bench.post("/api/stores/us/resume", "{}");
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    @Test
    void receivesAndPostsNothingAlsoAfterARestart() throws Exception {
        assertThat(pause("the month is being closed")).isEqualTo(202);
        ShopOrder order = placed();
        bench.deliver();
        assertThat(bench.order(order.id()).path("events")).isNotEmpty();
        bench.restart(Map.of());
        awaitOtherStore();

        assertThat(bench.order(order.id()).path("state").asText()).isEqualTo("waiting");
        assertThat(us().at("/paused/by").asText()).isEqualTo("admin");
        assertThat(us().at("/paused/why").asText()).isEqualTo("the month is being closed");
        assertThat(us().at("/paused/since").asText()).isNotEmpty();
        assertThat(bench.json("/actuator/health/readiness").path("status").asText())
                .isEqualTo("UP");
        assertThat(bench.json("/actuator/health").path("status").asText()).isEqualTo("UP");
        assertThat(bench.get("/actuator/prometheus", "text/plain").body())
                .contains("ledger_bridge_paused{store=\"us\"} 1.0", "ledger_bridge_paused{store=\"eu\"} 0.0");

        assertThat(bench.post("/api/stores/us/resume", "{\"why\":\"closed\"}").statusCode())
                .isEqualTo(202);
        bench.await(order.id(), "posted");
        assertThat(us().path("paused").isNull()).isTrue();
        assertThat(bench.get("/api/audit?store=us&order=0", "application/json").body())
                .contains("store-paused", "the month is being closed", "store-resumed");
    }

    /** Whoever asks is told how all is, and a person's wish waits for the end of the pause. */
    @Test
    void stillAnswersPingsAndTakesReplays() throws Exception {
        ShopOrder order = placed();
        bench.deliver();
        bench.await(order.id(), "posted");
        pause("looking");

        assertThat(bench.post("/api/stores/us/ping", "{}").statusCode()).isEqualTo(200);
        assertThat(bench.post("/api/stores/us/orders/%d/replay".formatted(order.id()), "{\"preview\":true}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(bench.post("/api/stores/us/orders/%d/replay".formatted(order.id()), "{}")
                        .statusCode())
                .isEqualTo(202);
        assertThat(bench.order(order.id()).path("state").asText()).isEqualTo("waiting");
    }

    @Test
    void refusesAPauseWithoutAReasonAndAStoreThatIsNotThere() throws Exception {
        assertThat(bench.post("/api/stores/us/pause", "{}").statusCode()).isEqualTo(400);
        assertThat(bench.post("/api/stores/us/pause", "{\"why\":\"\"}").statusCode())
                .isEqualTo(400);
        assertThat(bench.post("/api/stores/us/pause", "{\"why\":7}").statusCode())
                .isEqualTo(400);
        assertThat(bench.post("/api/stores/us/pause", "{\"why\":\"a\\nb\"}").statusCode())
                .isEqualTo(400);
        assertThat(bench.post("/api/stores/ca/pause", "{\"why\":\"closing\"}").statusCode())
                .isEqualTo(404);
        assertThat(bench.post("/api/stores/ca/resume", "{}").statusCode()).isEqualTo(404);
        assertThat(us().path("paused").isNull()).isTrue();
    }

    private static int pause(String why) throws Exception {
        return bench.post("/api/stores/us/pause", "{\"why\":\"%s\"}".formatted(why))
                .statusCode();
    }

    private static JsonNode us() throws Exception {
        for (JsonNode store : bench.json("/api/stores")) {
            if (store.path("store").asText().equals("us")) {
                return store;
            }
        }
        throw new IllegalStateException("no store us");
    }

    /** An order of another store goes all the way meanwhile, found by its sweep. */
    private static void awaitOtherStore() {
        long order = bench.store("eu").place(cart(), 1).id();
        bench.store("eu").pay(order);
        Awaitility.await()
                .until(() -> bench.json("/api/stores/eu/orders/" + order)
                        .path("state")
                        .asText()
                        .equals("posted"));
    }

    private static ShopOrder placed() {
        ShopOrder order = bench.store().place(cart(), 1);
        bench.store().pay(order.id());
        return order;
    }

    private static Cart cart() {
        return Cart.in("USD").with(Item.of("CAP", "Cap", "15.00"));
    }
}
