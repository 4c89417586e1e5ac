package io.ledgerbridge.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerbridge.Bench;
import io.ledgerbridge.WholeProgram;
import io.ledgerbridge.bigcommerce.ShopTroubles;
import io.ledgerbridge.sandbox.bigcommerce.BigCommerceSandbox;
import io.ledgerbridge.sandbox.bigcommerce.Cart;
import io.ledgerbridge.sandbox.bigcommerce.Item;
import io.ledgerbridge.sandbox.bigcommerce.Misbehaviour;
import io.ledgerbridge.sandbox.bigcommerce.ShopOrder;
import io.ledgerbridge.sandbox.http.Request;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backfill from the call that asks for it to the entries in Sage X3. */
@WholeProgram
@Tag(WholeProgram.TRIAL)
class BackfillOrdersRouteTest {

    private static final Map<String, String> STARTS_LATER =
            Map.of("ledger-bridge.stores.us.journal.start", "2999-01-01");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    @Test
    void postsOrdersOfBeforeTheStoresStartAndCountsWhatParks() throws Exception {
        try (Bench bench = Bench.start(STARTS_LATER)) {
            ShopOrder order = paid(bench, 1);
            bench.deliver();
            bench.await(order.id(), "ignored");
            ShopOrder unmapped = paid(bench, 7);

            long id = ask(bench, "us", today().minusDays(1), today().plusDays(1));

            awaitProgress(bench, id, "done 2 1 1");
            bench.await(order.id(), "posted");
            bench.await(unmapped.id(), "parked");
            assertThat(bench.entries()).hasSize(1);
        }
    }

    @Test
    void takesTheDaysInTheStoresTimeZoneAndWhatIsNoRangeOfThemNot() throws Exception {
        try (Bench bench = Bench.start(Map.of())) {
            refusesWhatIsNoRangeOfDays(bench);

            long id = ask(bench, "us", LocalDate.of(2026, 3, 7), LocalDate.of(2026, 3, 8));

            awaitProgress(bench, id, "done 0 0 0");
            assertThat(ask(bench, "us", LocalDate.of(2026, 3, 7), LocalDate.of(2026, 3, 8)))
                    .as("another, since the first is done")
                    .isGreaterThan(id);
            Request asked = lists(bench).get(0);
            assertThat(asked.query())
                    .containsEntry("min_date_created", "2026-03-07T06:00:00Z")
                    .containsEntry("max_date_created", "2026-03-09T04:59:59Z");
        }
    }

    @Test
    void goesOnAfterARestartWhereItWasStopped() throws Exception {
        Map<String, String> onFile = Map.of(
                "spring.datasource.url",
                "jdbc:h2:file:" + folder.resolve("bridge")
                        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0");
        try (Bench bench = Bench.start(onFile)) {
            List<ShopOrder> orders =
                    IntStream.range(0, 3).mapToObj(i -> paid(bench, 1)).toList();
            bench.shop().misbehave(BackfillOrdersRouteTest::laterPage);
            long id = ask(bench, "us", today().minusDays(1), today().plusDays(1));
            awaitProgress(bench, id, "listing 3 3 0");
            bench.stop();
            paid(bench, 1);
            bench.shop().behave();
            bench.shop().forgetCalls();

            bench.startAgain();

            awaitProgress(bench, id, "done 4 4 0");
            assertThat(lists(bench).get(0).query())
                    .containsEntry("min_id", Long.toString(orders.get(2).id() + 1));
            assertThat(bench.entries()).hasSize(4);
        }
    }

    @Test
    void comesToItsEndPastARowThatCannotBeRead() throws Exception {
        try (Bench bench = Bench.start(Map.of())) {
            ShopOrder order = paid(bench, 1);
            bench.shop().misbehave(request -> withARowThatCannotBeRead(request, order));

            long id = ask(bench, "us", today().minusDays(1), today().plusDays(1));

            awaitProgress(bench, id, "done 1 1 0");
            JsonNode parked = bench.json("/api/parked?store=us");
            assertThat(parked.path("total").asInt()).as(parked.toString()).isEqualTo(2);
            assertThat(parked.at("/items/0/detail").asText())
                    .contains("list of orders", "is empty", "next to order " + order.id());
            assertThat(parked.at("/items/1/detail").asText()).contains("list of orders", "date_created then");
            assertThat(bench.bean(ShopTroubles.class).failing("us")).isEmpty();
        }
    }

    @Test
    void leavesAPageThatFailsAloneForLonger() throws Exception {
        try (Bench bench = Bench.start(Map.of("ledger-bridge.retry.initial-delay", "1h"))) {
            ShopOrder order = paid(bench, 1);
            bench.shop().misbehave(BackfillOrdersRouteTest::anyPage);
            long failing = ask(bench, "us", today().minusDays(1), today().plusDays(1));
            Awaitility.await().until(() -> !lists(bench).isEmpty());
            bench.shop().behave();
            long later = ask(bench, "us", today().minusDays(2), today().plusDays(1));

            awaitProgress(bench, later, "done 1 1 0");
            assertThat(progress(bench, failing)).startsWith("listing");
            bench.await(order.id(), "posted");
        }
    }

    private static void refusesWhatIsNoRangeOfDays(Bench bench) throws Exception {
        for (String body : List.of(
                "{}",
                "{\"from\":\"2026-11-02\",\"to\":\"2026-11-01\"}",
                "{\"from\":\"November\",\"to\":\"2026-11-01\"}")) {
            HttpResponse<String> answer = bench.post("/api/stores/us/backfill", body);
            assertThat(answer.statusCode()).as(body).isEqualTo(400);
            assertThat(answer.body()).as(body).containsPattern("2026-11-(01|30)");
        }
        assertThat(bench.post("/api/stores/xx/backfill", "{\"from\":\"2026-11-01\",\"to\":\"2026-11-01\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(bench.get("/api/backfills/1", "application/json").statusCode())
                .isEqualTo(404);
    }

    private static ShopOrder paid(Bench bench, long channel) {
        ShopOrder order = bench.store()
                .place(Cart.in("USD").with(Item.of("CAP", "Cap", "15.00")).taxRate("0.10"), channel);
        bench.store().pay(order.id());
        return order;
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("America/Chicago"));
    }

    private static long ask(Bench bench, String store, LocalDate from, LocalDate to) throws Exception {
        var answer = bench.post(
                "/api/stores/%s/backfill".formatted(store), "{\"from\":\"%s\",\"to\":\"%s\"}".formatted(from, to));
        assertThat(answer.statusCode()).isEqualTo(202);
        return JSON.readTree(answer.body()).path("id").asLong();
    }

    private static void awaitProgress(Bench bench, long id, String progress) {
        Awaitility.await().until(() -> progress(bench, id), progress::equals);
    }

    private static String progress(Bench bench, long id) throws Exception {
        JsonNode answer = JSON.readTree(
                bench.get("/api/backfills/" + id, "application/json").body());
        return "%s %d %d %d"
                .formatted(
                        answer.path("state").asText(),
                        answer.path("found").asLong(),
                        answer.path("done").asLong(),
                        answer.path("parked").asLong());
    }

    private static List<Request> lists(Bench bench) {
        return bench.shop().calls().stream()
                .map(BigCommerceSandbox.Call::request)
                .filter(request -> request.query().containsKey("min_date_created"))
                .toList();
    }

    private static Optional<Misbehaviour> withARowThatCannotBeRead(Request request, ShopOrder order) {
        if (!request.query().containsKey("min_date_created")) {
            return Optional.empty();
        }
        boolean first = Long.parseLong(request.query().get("min_id")) <= order.id();
        String dated = "{\"date_created\": \"then\"}";
        return Optional.of(Misbehaviour.json(
                200, first ? "[{\"id\": %d}, null, %s]".formatted(order.id(), dated) : "[%s]".formatted(dated)));
    }

    private static Optional<Misbehaviour> anyPage(Request request) {
        return request.query().containsKey("min_date_created")
                ? Optional.of(Misbehaviour.error(500))
                : Optional.empty();
    }

    private static Optional<Misbehaviour> laterPage(Request request) {
        boolean later = request.query().containsKey("min_date_created")
                && !"1".equals(request.query().get("min_id"));
        return later ? Optional.of(Misbehaviour.error(500)) : Optional.empty();
    }
}
