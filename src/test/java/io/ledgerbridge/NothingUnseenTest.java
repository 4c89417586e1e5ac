package io.ledgerbridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerbridge.sandbox.bigcommerce.Cart;
import io.ledgerbridge.sandbox.bigcommerce.Item;
import io.ledgerbridge.sandbox.bigcommerce.Misbehaviour;
import io.ledgerbridge.sandbox.bigcommerce.ShopOrder;
import io.ledgerbridge.sandbox.sagex3.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.camel.CamelContext;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What fails is seen where an operator looks, while it fails, and so is that it is over. */
@WholeProgram
@Tag(WholeProgram.TRIAL)
class NothingUnseenTest {

    private static Bench bench;

    @BeforeAll
    static void start() {
        bench = Bench.start(
                Map.of("ledger-bridge.sweep.interval", "200ms", "ledger-bridge.hooks.check-interval", "200ms"),
                List.of("eu"));
    }

    @AfterEach
    void mend() throws Exception {
        bench.shop().behave();
        bench.x3().faults().clear();
        CamelContext camel = bench.bean(CamelContext.class);
        for (String route : List.of("drain-inbox", "receive-webhook")) {
            camel.getRouteController().startRoute(route);
        }
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    @Test
    void showsAnX3ThatAnswers503AndThatItIsBack() throws Exception {
        bench.x3()
                .faults()
                .decide(call -> call.toString().contains("TOKEN") ? Fault.none() : Fault.of(Fault.Way.UNAVAILABLE));
        ShopOrder order = placed();
        bench.deliver();
        await(() ->
                List.of("failing", "waiting").contains(x3("us").path("state").asText()));

        assertThat(x3("us").path("detail").asText()).isNotEmpty();
        assertThat(x3("us").path("lastWords").asText()).contains("503");
        assertThat(x3("us").path("failures").asInt()).isPositive();
        assertThat(x3("us").path("since").asText()).isNotEmpty();
        assertThat(x3("us").path("breaker").asText()).isNotEmpty();
        assertThat(side("us", "bigcommerce").path("state").asText()).isEqualTo("ok");
        assertThat(x3("eu").path("state").asText()).isEqualTo("ok");
        await(() -> store("us").at("/orders/failing").asInt() == 1);
        assertThat(details().at("/stores/details/us/sage-x3").asText()).contains(" since ");
        assertThat(metric("ledger_bridge_x3_calls_seconds_count{kind=\"look-up\",outcome=\"failed\",store=\"us\"}"))
                .isPositive();
        assertThat(metric("ledger_bridge_connection_failures{side=\"sage-x3\",store=\"us\"}"))
                .isPositive();
        assertThat(metric("ledger_bridge_connection_failures{side=\"sage-x3\",store=\"eu\"}"))
                .isZero();
        assertThat(readiness()).isEqualTo(200);

        bench.x3().faults().clear();
        bench.await(order.id(), "posted");

        await(() -> x3("us").path("state").asText().equals("ok"));
        assertThat(x3("us").path("lastSuccess").asText())
                .isGreaterThan(x3("us").path("lastFailure").asText());
        assertThat(x3("us").path("failures").asInt()).isZero();
        await(() -> store("us").at("/orders/states/posted").asInt() >= 1);
        assertThat(metric("ledger_bridge_connection_failures{side=\"sage-x3\",store=\"us\"}"))
                .isZero();
        assertThat(metric("ledger_bridge_x3_calls_seconds_count{kind=\"create\",outcome=\"ok\",store=\"us\"}"))
                .isPositive();
        assertThat(metric(
                        "ledger_bridge_bigcommerce_calls_seconds_count{kind=\"products\",outcome=\"ok\",store=\"us\"}"))
                .isPositive();
    }

    @Test
    void showsASweepThatKeepsFailingEverywhereAndThatItWorksAgain() throws Exception {
        fails("/v2/orders", "min_date_modified");

        showsEverywhere("sweep of orders", "sweep");
    }

    @Test
    void showsASweepOfRefundsLikewise() throws Exception {
        fails("/v3/orders/payment_actions/refunds", "created:min");

        showsEverywhere("sweep of refunds", "sweep");
    }

    @Test
    void showsALookAtWebhooksLikewise() throws Exception {
        fails("/v3/hooks", "page");

        showsEverywhere("webhooks", "webhook");
    }

    @Test
    void showsABackfillLikewise() throws Exception {
        fails("/v2/orders", "min_date_created");
        String asked = bench.post("/api/stores/us/backfill", "{\"from\": \"2026-11-01\", \"to\": \"2026-11-02\"}")
                .body();

        showsEverywhere(
                "backfill " + new ObjectMapper().readTree(asked).path("id").asText(), "backfill");
    }

    private static void fails(String path, String parameter) {
        bench.shop()
                .misbehave(request -> request.path().contains("abc123")
                                && request.path().endsWith(path)
                                && request.query().containsKey(parameter)
                        ? Optional.of(Misbehaviour.error(500))
                        : Optional.empty());
    }

    private static void showsEverywhere(String task, String kind) throws Exception {
        String series = "ledger_bridge_failing_tasks{store=\"us\",task=\"%s\"}".formatted(kind);
        await(() -> task("us").path("failures").asInt() >= 2);

        assertThat(task("us").path("task").asText()).isEqualTo(task);
        assertThat(task("us").path("words").asText()).contains("500");
        assertThat(task("us").path("since").asText()).isNotEmpty();
        assertThat(store("eu").path("tasks")).isEmpty();
        assertThat(side("us", "bigcommerce").path("lastWords").asText()).contains("500");
        assertThat(details().at("/stores/details/us/failingTasks/" + task).asText())
                .contains("500");
        assertThat(metric(series)).isEqualTo(1);
        JsonNode check = lastCheck();
        assertThat(check.path("name").asText()).isEqualTo("tasks");
        assertThat(check.path("ok").asBoolean(true)).isFalse();
        assertThat(check.path("detail").asText()).contains(task, "500");

        bench.shop().behave();
        await(() -> store("us").path("tasks").isEmpty());
        assertThat(metric(series)).isZero();
        assertThat(lastCheck().path("name").asText()).startsWith("sage-x3-");
        assertThat(details().at("/stores/details/us").has("failingTasks")).isFalse();
    }

    @Test
    void staysInServiceWhileAPersonHasStoppedTheDrain() throws Exception {
        bench.bean(CamelContext.class).getRouteController().stopRoute("drain-inbox");

        assertThat(readiness()).isEqualTo(200);
        assertThat(status("/actuator/health/liveness")).isEqualTo(200);
        assertThat(details().at("/timers/status").asText()).isEqualTo("UP");
        assertThat(details().at("/timers/details/watched").asLong()).isEqualTo(timers());
        assertThat(details().at("/routes/details/stoppedByAPerson/0").asText()).isEqualTo("drain-inbox");
        assertThat(metric("ledger_bridge_routes{state=\"stopped\"}")).isEqualTo(1);
        assertThat(
                        bench.deliver(
                                "{\"producer\":\"stores/abc123\",\"scope\":\"store/order/updated\",\"data\":{\"type\":\"order\",\"id\":1}}"))
                .isEqualTo(200);
    }

    @Test
    void isOutOfServiceAndAliveWhileNobodyTakesDeliveries() throws Exception {
        bench.bean(CamelContext.class).getRouteController().stopRoute("receive-webhook");

        assertThat(readiness()).isEqualTo(503);
        assertThat(status("/actuator/health/liveness")).isEqualTo(200);
    }

    private static int readiness() throws Exception {
        return status("/actuator/health/readiness");
    }

    private static int status(String path) throws Exception {
        return bench.get(path, "application/json").statusCode();
    }

    private static long timers() {
        return bench.bean(CamelContext.class).getRoutes().stream()
                .filter(route -> route.getEndpoint().getEndpointUri().startsWith("timer:"))
                .count();
    }

    private static JsonNode details() throws Exception {
        return bench.json("/actuator/health").path("components");
    }

    private static JsonNode lastCheck() throws Exception {
        String answer = bench.post("/api/stores/us/ping", "{}").body();
        JsonNode checks = new ObjectMapper().readTree(answer).path("checks");
        return checks.path(checks.size() - 1);
    }

    private static JsonNode task(String store) throws Exception {
        return store(store).path("tasks").path(0);
    }

    private static JsonNode x3(String store) throws Exception {
        return side(store, "sage-x3");
    }

    private static JsonNode side(String store, String side) throws Exception {
        return store(store).path("connections").path(side);
    }

    private static JsonNode store(String key) throws Exception {
        for (JsonNode store : bench.json("/api/stores")) {
            if (store.path("store").asText().equals(key)) {
                return store;
            }
        }
        throw new IllegalStateException("no store " + key);
    }

    private static double metric(String series) throws Exception {
        return bench.get("/actuator/prometheus", "text/plain")
                .body()
                .lines()
                .filter(line -> line.startsWith(series + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
                .findFirst()
                .orElse(Double.NaN);
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(50))
                .until(condition);
    }

    private static ShopOrder placed() {
        ShopOrder order = bench.store().place(Cart.in("USD").with(Item.of("CAP", "Cap", "15.00")), 1);
        bench.store().pay(order.id());
        return order;
    }
}
