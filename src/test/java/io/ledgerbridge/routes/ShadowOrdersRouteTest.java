package io.ledgerbridge.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerbridge.Bench;
import io.ledgerbridge.WholeProgram;
import io.ledgerbridge.sandbox.bigcommerce.Cart;
import io.ledgerbridge.sandbox.bigcommerce.Item;
import io.ledgerbridge.sandbox.bigcommerce.Misbehaviour;
import io.ledgerbridge.sandbox.bigcommerce.ShopOrder;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A shadow backfill from the call that asks for it to what it says, beside what the backfill itself comes to then. */
@WholeProgram
@Tag(WholeProgram.TRIAL)
class ShadowOrdersRouteTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What makes, or tells of, an order's work; of the trail the orders' chains. */
    private static final List<String> UNTOUCHED = List.of(
            "SELECT * FROM due_order ORDER BY store, order_id",
            "SELECT id, store, order_id, disposition, body_sha256, whole, received_at FROM event ORDER BY id",
            "SELECT * FROM journal ORDER BY id",
            "SELECT * FROM journal_line ORDER BY journal_id, line_number",
            "SELECT * FROM reading ORDER BY store, order_id, sha256",
            "SELECT * FROM audit WHERE order_id <> 0 ORDER BY id",
            "SELECT * FROM backfill_order",
            "SELECT * FROM backfill",
            "SELECT * FROM set_aside");

    @Test
    void saysWhatABackfillThenDoesAndChangesNothing() throws Exception {
        try (Bench bench = Bench.start(Map.of())) {
            ShopOrder inLedger = paid(bench, 1);
            bench.deliver();
            bench.await(inLedger.id(), "posted");
            paid(bench, 1);
            paid(bench, 7);
            bench.store().place(cart(), 1);
            AtomicInteger calls = new AtomicInteger();
            bench.x3().listen((call, request) -> calls.incrementAndGet());
            Map<String, List<Map<String, Object>>> before = untouched(bench);

            JsonNode said = awaitEnd(bench, shadow(bench));

            assertThat(untouched(bench)).isEqualTo(before);
            assertThat(calls).as("calls of Sage X3").hasValue(0);
            assertThat(said.path("state").asText()).isEqualTo("done");
            assertThat(numbers(said, "found", "done", "parked")).containsExactly(4L, 3L, 1L);
            JsonNode would = said.path("would");
            assertThat(numbers(would, "post", "agree", "ignore", "hold", "setAside", "park", "notRead"))
                    .containsExactly(1L, 1L, 1L, 0L, 0L, 1L, 0L);
            assertThat(would.at("/causes/0/reason").asText()).isEqualTo("unmapped-channel");
            assertThat(account(would, "411000")).isEqualTo("16.5000 16.5000 33.0000");

            awaitEnd(bench, ask(bench, ""));
            JsonNode again = awaitEnd(bench, shadow(bench)).path("would");
            assertThat(numbers(again, "post", "agree", "ignore", "park")).containsExactly(0L, 2L, 1L, 1L);
            assertThat(account(again, "411000")).isEqualTo("33.0000 0.0000 33.0000");
        }
    }

    @Test
    void heedsNoStartOfTheStoreAsABackfillDoesNot() throws Exception {
        try (Bench bench = Bench.start(Map.of("ledger-bridge.stores.us.journal.start", "2999-01-01"))) {
            paid(bench, 1);

            JsonNode said = awaitEnd(bench, shadow(bench));

            assertThat(said.at("/would/post").asLong()).isEqualTo(1);
            assertThat(bench.entries()).isEmpty();
        }
    }

    /** A page that fails at first, one order that BigCommerce never gives, and one that it gives only later. */
    @Test
    void comesToItsEndPastWhatCannotBeRead() throws Exception {
        try (Bench bench = Bench.start(Map.of())) {
            ShopOrder gone = paid(bench, 1);
            ShopOrder late = paid(bench, 1);
            Map<String, Integer> asked = new LinkedHashMap<>();
            bench.shop().misbehave(request -> {
                int times = asked.merge(request.path(), 1, Integer::sum);
                if (request.path().endsWith("/v2/orders/" + gone.id())) {
                    return Optional.of(Misbehaviour.json(404, "{\"status\":404,\"title\":\"Not Found\"}"));
                }
                boolean fails = times == 1
                        && (request.path().endsWith("/v2/orders/" + late.id())
                                || request.query().containsKey("min_date_created"));
                return fails ? Optional.of(Misbehaviour.error(500)) : Optional.empty();
            });

            JsonNode said = awaitEnd(bench, shadow(bench));

            assertThat(numbers(said.path("would"), "post", "notRead")).containsExactly(1L, 1L);
            assertThat(said.at("/would/causes/0/reason").asText()).isEqualTo("order-not-found");
            assertThat(account(said.path("would"), "411000")).isEqualTo("0.0000 16.5000 16.5000");
        }
    }

    @Test
    void isPausedGoesOnAndIsStoppedByItsNumber() throws Exception {
        try (Bench bench = Bench.start(Map.of())) {
            paid(bench, 1);
            bench.shop().misbehave(request -> Optional.of(Misbehaviour.error(500)));
            long id = shadow(bench);

            assertThat(hold(bench, id, "pause")).isEqualTo(202);
            assertThat(state(bench, id)).isEqualTo("paused");
            assertThat(hold(bench, id, "resume")).isEqualTo(202);
            assertThat(state(bench, id)).isEqualTo("listing");
            assertThat(hold(bench, id, "stop")).isEqualTo(202);
            assertThat(state(bench, id)).isEqualTo("stopped");
            assertThat(hold(bench, id, "resume")).isEqualTo(409);
            assertThat(bench.get("/api/audit?store=us&order=0", "application/json")
                            .body())
                    .contains("shadow-asked", "shadow-paused", "shadow-resumed", "shadow-stopped");
        }
    }

    private static ShopOrder paid(Bench bench, long channel) {
        ShopOrder order = bench.store().place(cart(), channel);
        bench.store().pay(order.id());
        return order;
    }

    private static Cart cart() {
        return Cart.in("USD").with(Item.of("CAP", "Cap", "15.00")).taxRate("0.10");
    }

    private static Map<String, List<Map<String, Object>>> untouched(Bench bench) {
        Map<String, List<Map<String, Object>>> rows = new LinkedHashMap<>();
        JdbcClient jdbc = bench.bean(JdbcClient.class);
        UNTOUCHED.forEach(sql -> rows.put(sql, jdbc.sql(sql).query().listOfRows()));
        return rows;
    }

    private static long shadow(Bench bench) throws Exception {
        return ask(bench, ",\"shadow\":true");
    }

    private static long ask(Bench bench, String more) throws Exception {
        LocalDate today = LocalDate.now(ZoneId.of("America/Chicago"));
        HttpResponse<String> answer = bench.post(
                "/api/stores/us/backfill",
                "{\"from\":\"%s\",\"to\":\"%s\"%s}".formatted(today.minusDays(1), today.plusDays(1), more));
        assertThat(answer.statusCode()).isEqualTo(202);
        return JSON.readTree(answer.body()).path("id").asLong();
    }

    private static JsonNode awaitEnd(Bench bench, long id) {
        return Awaitility.await()
                .until(
                        () -> bench.json("/api/backfills/" + id),
                        answer -> answer.path("state").asText().equals("done"));
    }

    private static String state(Bench bench, long id) throws Exception {
        return bench.json("/api/backfills/" + id).path("state").asText();
    }

    private static int hold(Bench bench, long id, String how) throws Exception {
        return bench.post("/api/backfills/%d/%s".formatted(id, how), "").statusCode();
    }

    private static List<Long> numbers(JsonNode answer, String... names) {
        return List.of(names).stream().map(name -> answer.path(name).asLong(-1)).toList();
    }

    /** Before, change, after. */
    private static String account(JsonNode would, String account) {
        for (JsonNode one : would.path("accounts")) {
            if (one.path("account").asText().equals(account)) {
                return "%s %s %s"
                        .formatted(
                                one.path("before").asText(),
                                one.path("change").asText(),
                                one.path("after").asText());
            }
        }
        return "";
    }
}
