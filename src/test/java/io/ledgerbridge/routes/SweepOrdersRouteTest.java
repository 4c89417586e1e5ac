package io.ledgerbridge.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerbridge.Bench;
import io.ledgerbridge.WholeProgram;
import io.ledgerbridge.bigcommerce.ShopTroubles;
import io.ledgerbridge.sandbox.bigcommerce.BigCommerceSandbox;
import io.ledgerbridge.sandbox.bigcommerce.Cart;
import io.ledgerbridge.sandbox.bigcommerce.Item;
import io.ledgerbridge.sandbox.bigcommerce.Misbehaviour;
import io.ledgerbridge.sandbox.bigcommerce.Refund;
import io.ledgerbridge.sandbox.bigcommerce.RefundRequest;
import io.ledgerbridge.sandbox.bigcommerce.ShopOrder;
import io.ledgerbridge.sandbox.bigcommerce.Store;
import io.ledgerbridge.sandbox.http.Request;
import io.ledgerbridge.sandbox.sagex3.PostedEntry;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the sweep finds, and that nothing gets past it. No event is delivered here. */
@WholeProgram
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SweepOrdersRouteTest {

    private static final Map<String, String> OFTEN =
            Map.of("ledger-bridge.sweep.interval", "200ms", "ledger-bridge.sweep.overlap", "2s");
    private static final String ORDER_LIST = "/stores/[a-z0-9]+/v2/orders";
    private static final String REFUND_LIST = "/stores/[a-z0-9]+/v3/orders/payment_actions/refunds";

    private Bench bench = bench();

    private static Bench bench() {
        return Bench.start(OFTEN, List.of("eu"));
    }

    @AfterEach
    void behave() {
        bench.shop().behave();
        jdbc().sql("DELETE FROM connection_trouble").update();
    }

    @AfterAll
    void stop() {
        bench.close();
    }

    @Test
    void findsAnOrderWhoseWebhooksWereLost() {
        ShopOrder order = paid(bench.store());

        awaitEntry("BC" + order.id());

        assertThat(order(order).path("events")).isEmpty();
    }

    @Test
    void findsARefundWithoutItsEventThoughItsOrderWasReadBefore() {
        ShopOrder order = paid(bench.store());
        awaitEntry("BC" + order.id());
        Refund refund = bench.store().refund(order.id(), RefundRequest.of().units("CAP", 1));

        awaitEntry("BC" + order.id() + "-R" + refund.id());
    }

    @Test
    void findsByItsRefundWhatTheListOfOrdersDoesNotShow() {
        bench.shop().misbehave(request -> on(request, ORDER_LIST, Misbehaviour.error(500)));
        ShopOrder order = paid(bench.store());
        bench.store().refund(order.id(), RefundRequest.of().units("CAP", 1));

        awaitEntry("BC" + order.id());
    }

    @Test
    void readsRefundsOfTheLast30DaysAgainOnceADay() {
        ShopOrder order = paid(bench.store());
        Refund refund = bench.store().refund(order.id(), RefundRequest.of().units("CAP", 1));
        awaitEntry("BC" + order.id() + "-R" + refund.id());
        bench.store().declineRefund(refund);
        Instant yesterday = Instant.now().minus(Duration.ofHours(25));
        jdbc().sql("UPDATE sweep_cursor SET at = :at WHERE name = 'old-refunds'")
                .param("at", Timestamp.from(yesterday))
                .update();

        awaitEntry("BC" + order.id() + "-A1");

        Awaitility.await().until(() -> cursor("us", "old-refunds").isAfter(yesterday.plus(Duration.ofHours(24))));
    }

    static Stream<Misbehaviour> noList() {
        return Stream.of(Misbehaviour.html(200), Misbehaviour.empty());
    }

    @ParameterizedTest
    @MethodSource("noList")
    void movesNoCursorWhileALaterPageFailsAndThenLosesNothing(Misbehaviour how) {
        bench.close();
        bench = bench(); // a look that was at a later page just then would go on there, and fail
        bench.shop().misbehave(request -> laterPage(request, how));
        List<ShopOrder> orders =
                IntStream.range(0, 3).mapToObj(i -> paid(bench.store())).toList();
        awaitEntry("BC" + orders.get(2).id());
        Instant cursor = cursor("us", "orders");
        bench.shop().forgetCalls();
        Awaitility.await()
                .until(() -> bench.shop().calls().stream()
                                .filter(call -> laterPage(call.request(), Misbehaviour.hungUp())
                                        .isPresent())
                                .count()
                        > 15);
        assertThat(cursor("us", "orders")).isEqualTo(cursor);
        ShopOrder meanwhile = paid(bench.store());

        bench.shop().behave();

        awaitEntry("BC" + meanwhile.id());
        Awaitility.await().until(() -> cursor("us", "orders").isAfter(cursor));
    }

    @Test
    void findsWhatAListGivesADateThatIsNoneAndTheOrdersAround() {
        ShopOrder before = paid(bench.store());
        ShopOrder order = paid(bench.store());
        bench.store().misdate(order.id());
        ShopOrder after = paid(bench.store());

        awaitEntry("BC" + before.id());
        awaitEntry("BC" + order.id());
        awaitEntry("BC" + after.id());
    }

    /** The row without a readable id stands last, so that no id leads past it. */
    @Test
    void goesOnPastARowThatCannotBeReadAndListsItOnce() throws Exception {
        ShopOrder order = paid(bench.store());
        String dateless = "{\"id\": %d, \"date_modified\": \"soon\"}".formatted(order.id());
        String nameless = "{\"id\": \"x-7\", \"date_created\": \"then\", \"email\": \"a@b.example\"}";
        bench.shop()
                .misbehave(request -> request.path().matches("/stores/abc123/v2/orders")
                        ? Optional.of(rows(request, order, dateless, nameless))
                        : Optional.empty());
        Instant cursor = cursor("us", "orders");

        awaitEntry("BC" + order.id());
        Awaitility.await().until(() -> cursor("us", "orders").isAfter(cursor));
        long swept = lists("abc123");
        Awaitility.await().until(() -> lists("abc123") > swept + 12);

        JsonNode parked = bench.json("/api/parked?store=us&reason=unreadable-event");
        assertThat(parked.path("total").asInt()).as(parked.toString()).isEqualTo(1);
        JsonNode row = parked.path("items").path(0);
        assertThat(row.path("detail").asText())
                .contains("list of orders", "x-7")
                .doesNotContain("a@b.example");
        assertThat(row.path("remedy").asText()).contains("BigCommerce", "replay");
        assertThat(bench.bean(ShopTroubles.class).failing("us")).isEmpty();
    }

    private static Misbehaviour rows(Request request, ShopOrder order, String orderRow, String otherRow) {
        boolean first = Long.parseLong(request.query().get("min_id")) <= order.id();
        return Misbehaviour.json(200, "[" + (first ? orderRow + "," : "") + otherRow + "]");
    }

    /** Such as when another process was told to wait. */
    @Test
    void leavesAStoreAloneAsLongAsItWaitsForBigCommerce() {
        Awaitility.await().until(() -> lists("abc123") > 3);
        waitUntil(Instant.now().plus(Duration.ofHours(1)));
        Awaitility.await().until(() -> {
            long calls = lists("abc123");
            long others = lists("eu123");
            Awaitility.await().until(() -> lists("eu123") > others + 8);
            return lists("abc123") == calls;
        });
        ShopOrder order = paid(bench.store());
        waitUntil(Instant.now());

        awaitEntry("BC" + order.id());
    }

    private void waitUntil(Instant until) {
        jdbc().sql("DELETE FROM connection_trouble WHERE store = 'us'").update();
        jdbc().sql("""
                        INSERT INTO connection_trouble (store, side, failures, since, wait_until, detail)
                        VALUES ('us', 'bigcommerce', 1, :now, :until, 'asked to wait')""")
                .param("now", Timestamp.from(Instant.now()))
                .param("until", Timestamp.from(until))
                .update();
    }

    @Test
    void goesOnWithTheOtherStoresWhenOneFails() {
        bench.shop()
                .misbehave(request ->
                        request.path().contains("/abc123/") ? Optional.of(Misbehaviour.html(502)) : Optional.empty());
        ShopOrder order = paid(bench.store("eu"));

        awaitEntry("EU" + order.id());
    }

    @Test
    void beginsAtTheFirstStartAndGoesOnFromThereAfterTheNext() {
        bench.stop();
        bench.shop().forgetCalls();
        ShopOrder whileDown = paid(bench.store());
        Instant cursor = Instant.now();

        bench.startAgain();

        awaitEntry("BC" + whileDown.id());
        assertThat(bench.shop().calls().stream()
                        .map(BigCommerceSandbox.Call::request)
                        .filter(request -> request.path().matches(ORDER_LIST))
                        .map(request -> Instant.parse(request.query().get("min_date_modified"))))
                .isNotEmpty()
                .allMatch(from -> from.isAfter(cursor.minus(Duration.ofMinutes(2))));
    }

    @Test
    void readsAnOrderThatWasReadSinceItChangedNoSecondTime() {
        ShopOrder order = paid(bench.store());
        awaitEntry("BC" + order.id());
        Awaitility.await().pollInterval(Duration.ofMillis(3)).until(() -> readLater(order) == 1);
        long marks = marks(order);
        long swept = lists("abc123");
        Awaitility.await().until(() -> lists("abc123") > swept + 8);

        assertThat(marks(order)).isEqualTo(marks);
    }

    private static ShopOrder paid(Store store) {
        ShopOrder order = store.place(
                Cart.in("USD").with(Item.of("CAP", "Cap", "15.00").times(2)).taxRate("0.10"), 1);
        store.pay(order.id());
        return order;
    }

    private void awaitEntry(String reference) {
        Awaitility.await(reference)
                .until(() ->
                        bench.entries().stream().map(PostedEntry::reference).anyMatch(reference::equals));
    }

    private JsonNode order(ShopOrder order) {
        return bench.await(order.id(), "posted");
    }

    private Instant cursor(String store, String name) {
        return jdbc().sql("SELECT at FROM sweep_cursor WHERE store = :store AND name = :name")
                .param("store", store)
                .param("name", name)
                .query((row, index) -> row.getTimestamp("at").toInstant())
                .single();
    }

    /** Pretends that the order was last read two minutes from now, if it is not due just then. */
    private int readLater(ShopOrder order) {
        return jdbc().sql("UPDATE due_order SET claimed_at = :later WHERE order_id = :order AND due_at IS NULL")
                .param("later", Timestamp.from(Instant.now().plus(Duration.ofMinutes(2))))
                .param("order", order.id())
                .update();
    }

    private long marks(ShopOrder order) {
        return jdbc().sql("SELECT marks FROM due_order WHERE order_id = :order")
                .param("order", order.id())
                .query(Long.class)
                .single();
    }

    private JdbcClient jdbc() {
        return bench.bean(JdbcClient.class);
    }

    private long lists(String hash) {
        return new ArrayList<>(bench.shop().calls())
                .stream()
                        .map(BigCommerceSandbox.Call::request)
                        .filter(request -> request.path().startsWith("/stores/" + hash + "/"))
                        .filter(request -> request.path().matches(ORDER_LIST)
                                || request.path().matches(REFUND_LIST))
                        .count();
    }

    private static Optional<Misbehaviour> laterPage(Request request, Misbehaviour fault) {
        boolean first = "1".equals(request.query().get("min_id"));
        return first ? Optional.empty() : on(request, ORDER_LIST, fault);
    }

    private static Optional<Misbehaviour> on(Request request, String path, Misbehaviour fault) {
        return request.path().matches(path) ? Optional.of(fault) : Optional.empty();
    }
}
