package io.ledgerbridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerbridge.sandbox.hostile.BadAnswer;
import io.ledgerbridge.sandbox.hostile.OutgoingCall;
import io.ledgerbridge.sandbox.sagex3.PostedEntry;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * A BigCommerce and a Sage X3 that answer every call of three stores' orders badly in turn, each order's in another way.
 * A store that they leave alone posts throughout; and all goes on by itself, each order once. Only a definite no parks.
 * With {@code -Dhostile=full} each kind of bad answer meets each call.
 */
@Timeout(600)
@SuppressWarnings("EnumOrdinal") // the kinds are dealt out in turn
@WholeProgram
@Tag(WholeProgram.TRIAL)
class HostileAnswersTest {

    /** With which an order's work may end that gets no other answers. */
    private static final Set<String> ENDS = Set.of(
            "gave-up",
            "unreadable",
            "refused-by-bigcommerce",
            "refused-by-x3",
            "x3-look-up-refused",
            "reference-taken",
            "duplicate-in-x3");

    private static final Set<BadAnswer> THE_STORE_WAITS =
            Set.of(BadAnswer.UNAUTHORISED, BadAnswer.FORBIDDEN_IN_HTML, BadAnswer.THROTTLED);

    /** These did harm once. */
    private static final List<HostileCell> ALWAYS = List.of(
            new HostileCell(OutgoingCall.REST_CREATE, BadAnswer.ANOTHER_ORDERS),
            new HostileCell(OutgoingCall.GRAPHQL_LOOK_UP, BadAnswer.EMPTY_OBJECT),
            new HostileCell(OutgoingCall.GRAPHQL_LOOK_UP, BadAnswer.NO_CONTENT),
            new HostileCell(OutgoingCall.ORDER, BadAnswer.REFUSED_IN_HTML),
            new HostileCell(OutgoingCall.ORDER, BadAnswer.NOT_FOUND_IN_HTML),
            new HostileCell(OutgoingCall.REST_CREATE, BadAnswer.NOT_FOUND_IN_HTML));

    private final HostileSides sides = new HostileSides();
    private final List<Long> well = new ArrayList<>();
    private final Set<String> parked = new TreeSet<>();
    private final List<String> wronglyParked = new ArrayList<>();

    @AfterEach
    void close() {
        sides.close();
    }

    @Test
    void harmNobodyElseAndLeaveNothingBehind() throws Exception {
        HostileOrders orders = new HostileOrders(sides, false);
        try (Bench bench = orders.start(Map.of())) {
            orders.begin(bench, cells());

            Awaitility.await("all of " + orders.cells.size() + " met, and at rest")
                    .atMost(HostileSides.isFull() ? Duration.ofMinutes(8) : Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> {
                        well.add(HostileSides.postsSoon(bench, key -> HostileSides.deliver(bench, key)));
                        replayWhatMayPark(bench, orders.cells);
                        return orders.haveMetAll() && orders.missing(bench).isEmpty();
                    });

            assertThat(well).allMatch(millis -> millis < 15_000);
            assertThat(wronglyParked).isEmpty();
            assertThat(parked).as("what must park").isEqualTo(mustPark(orders.cells));
            assertThat(sides.unnamed()).isEmpty();
            // an entry is in X3 a moment before its number is in the books, or a look-up later
            Awaitility.await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> assertSameInX3(bench, orders.cells));
        }
    }

    /**
     * Each order's call is always answered in its bad way: none is tried for ever, the store that is left alone posts, and
     * when the bad answers end a replay is all that anybody needs. Answers that make a whole store wait are left out.
     */
    @Test
    @EnabledIfSystemProperty(named = "hostile", matches = "full", disabledReason = "it takes a minute")
    void areNotAskedForEverByAnOrderThatGetsNoOthers() throws Exception {
        HostileOrders orders = new HostileOrders(sides, true);
        try (Bench bench = orders.start(Map.of(
                "ledger-bridge.retry.give-up-after", "6s",
                "ledger-bridge.approval.replay-orders", "1000000",
                "ledger-bridge.approval.replay-amount", "1E12"))) {
            orders.begin(bench, someOfEachKind());

            Awaitility.await("all parked, or posted in spite of it")
                    .atMost(Duration.ofMinutes(8))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> {
                        well.add(HostileSides.postsSoon(bench, key -> HostileSides.deliver(bench, key)));
                        return parkedNow(bench).containsAll(orders.missing(bench));
                    });
            assertThat(well).allMatch(millis -> millis < 15_000);
            assertThat(parkedItems(bench).findValuesAsText("reason")).isSubsetOf(ENDS);

            orders.end();
            Awaitility.await("all posted")
                    .atMost(Duration.ofMinutes(4))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> {
                        for (String store : HostileOrders.PREFIXES.keySet()) {
                            bench.post("/api/parked/replay", "{\"store\":\"" + store + "\"}");
                        }
                        return orders.missing(bench).isEmpty();
                    });
            assertThat(HostileSides.references(bench)).doesNotHaveDuplicates();
        }
    }

    /** Whatever parks though it must not is written down, and replayed so that the rest can be seen. */
    private void replayWhatMayPark(Bench bench, Map<String, HostileCell> cells) throws Exception {
        for (JsonNode item : parkedItems(bench)) {
            String reference = reference(item);
            HostileCell cell = cells.get(reference);
            String code = item.path("reason").asText();
            if (cell != null && cell.mayPark().contains(code)) {
                parked.add(reference);
            } else {
                wronglyParked.add("%s %s %s: %s"
                        .formatted(reference, cell, code, item.path("detail").asText()));
            }
            bench.post(
                    "/api/stores/%s/orders/%d/replay"
                            .formatted(
                                    item.path("store").asText(),
                                    item.path("order").asLong()),
                    "{}");
        }
    }

    private static Set<String> mustPark(Map<String, HostileCell> cells) {
        Set<String> references = new TreeSet<>();
        cells.forEach((reference, cell) -> {
            if (!cell.mayPark().isEmpty()) {
                references.add(reference);
            }
        });
        return references;
    }

    /** Each once, with the amounts of its order, and under the number that the books have. */
    private static void assertSameInX3(Bench bench, Map<String, HostileCell> cells) throws Exception {
        Map<String, String> ours = new TreeMap<>();
        for (int page = 0; page < 4; page++) {
            for (JsonNode journal :
                    bench.json("/api/journals?size=500&page=" + page).path("items")) {
                ours.put(
                        journal.path("reference").asText(),
                        journal.path("x3Number").asText());
            }
        }
        assertThat(HostileSides.references(bench)).doesNotHaveDuplicates();
        for (PostedEntry entry : bench.entries()) {
            HostileCell cell = cells.get(entry.reference());
            assertThat(entry.sums().get("411000")).isEqualByComparingTo(new BigDecimal("33"));
            if (cell != null && !cell.mayHaveAnothersNumber()) {
                assertThat(ours.get(entry.reference()))
                        .as(entry.reference() + cell)
                        .isEqualTo(entry.number());
            }
        }
    }

    private static JsonNode parkedItems(Bench bench) throws Exception {
        return bench.json("/api/parked?size=500").path("items");
    }

    private static Set<String> parkedNow(Bench bench) throws Exception {
        Set<String> references = new TreeSet<>();
        parkedItems(bench).forEach(item -> references.add(reference(item)));
        return references;
    }

    private static String reference(JsonNode item) {
        return HostileOrders.PREFIXES.get(item.path("store").asText())
                + item.path("order").asLong();
    }

    private static Stream<HostileCell> cells() {
        return Stream.concat(
                        Stream.of(BadAnswer.values())
                                .flatMap(kind -> calls(kind).map(call -> new HostileCell(call, kind))),
                        ALWAYS.stream())
                .distinct();
    }

    /** All, or one of either side in turn. */
    private static Stream<OutgoingCall> calls(BadAnswer kind) {
        return HostileSides.isFull()
                ? Stream.concat(HostileCell.AT_SHOP.stream(), HostileCell.AT_X3.stream())
                : Stream.of(inTurn(HostileCell.AT_SHOP, kind.ordinal()), inTurn(HostileCell.AT_X3, kind.ordinal()));
    }

    private static Stream<HostileCell> someOfEachKind() {
        return Stream.of(BadAnswer.values())
                .filter(kind -> !THE_STORE_WAITS.contains(kind))
                .flatMap(kind -> Stream.of(
                        new HostileCell(inTurn(HostileCell.AT_SHOP, kind.ordinal()), kind),
                        new HostileCell(inTurn(HostileCell.AT_X3, kind.ordinal()), kind),
                        new HostileCell(inTurn(HostileCell.AT_X3, kind.ordinal() + 3), kind)));
    }

    private static OutgoingCall inTurn(List<OutgoingCall> calls, int turn) {
        return calls.get(turn % calls.size());
    }
}
