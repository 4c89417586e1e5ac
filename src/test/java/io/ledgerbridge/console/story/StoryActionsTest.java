package io.ledgerbridge.console.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerbridge.Bench;
import io.ledgerbridge.WholeProgram;
import io.ledgerbridge.approvals.Approval;
import io.ledgerbridge.approvals.Approvals;
import io.ledgerbridge.sandbox.bigcommerce.Cart;
import io.ledgerbridge.sandbox.bigcommerce.Item;
import io.ledgerbridge.sandbox.bigcommerce.ShopOrder;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the forms of an order's page do, and what they refuse to. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@WholeProgram
class StoryActionsTest {

    private static final long MARKETPLACE = 7;
    private static final String YESTERDAY = "2026-01-05";

    private Bench bench;
    private StoryForms admin;
    private StoryForms second;

    @BeforeAll
    void start() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("ledger-bridge.users[1].name", "second");
        settings.put("ledger-bridge.users[1].password", "{noop}second");
        settings.put("ledger-bridge.users[1].role", "operator");
        settings.put("ledger-bridge.approval.replay-orders", "1");
        bench = Bench.start(settings);
        admin = new StoryForms(bench, "admin");
        second = new StoryForms(bench, "second");
    }

    @AfterAll
    void stop() {
        bench.close();
    }

    @Test
    void refusesAnAmountThatCanBeReadInTwoWays() throws Exception {
        ShopOrder order = worked(1, "posted");
        for (String typed : List.of("1.204", "1,204")) {
            String said = admin.send(order, "/refunds", refund(order, typed));
            assertThat(said)
                    .contains("Not done: \"" + typed
                            + "\" can be read in two ways. Write 1204, or 1.2040 with four decimals.");
        }
        assertThat(admin.text("/orders/us/" + order.id(), "de")).doesNotContain("1,20 USD");
        assertThat(bench.bean(Approvals.class).waiting("us", order.id())).isEmpty();
        admin.text("/", "en");
    }

    @Test
    void refusesMoreDecimalsThanTheOrdersCurrencyHas() throws Exception {
        ShopOrder order = worked(1, "posted");
        Map<String, String> fields = refund(order, "1.2040");
        assertThat(admin.send(order, "/refunds", fields))
                .contains("Not done: amount, 1.2040, is finer than USD, which has 2 decimals");
        HttpResponse<String> answer = bench.post(
                "/api/stores/us/orders/" + order.id() + "/refunds",
                new ObjectMapper().writeValueAsString(fields).replace("1.2040", "1.204"));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("amount, 1.204, is finer than USD");
        assertThat(bench.bean(Approvals.class).waiting("us", order.id())).isEmpty();
    }

    @Test
    void decidesNothingThatIsAskedOfAnotherOrder() throws Exception {
        ShopOrder order = worked(1, "posted");
        ShopOrder other = worked(1, "posted");
        List<Long> parked = List.of(
                worked(MARKETPLACE, "parked").id(),
                worked(MARKETPLACE, "parked").id());
        admin.send(other, "/refunds", refund(other, "5.00"));
        bench.post("/api/parked/replay", "{\"store\":\"us\"}");
        Approvals approvals = bench.bean(Approvals.class);
        List<Approval> waiting = approvals.page(Approval.State.WAITING, "us", 0, 10);
        assertThat(waiting).hasSize(2);

        for (Approval one : waiting) {
            String decide = "/approvals/%d/".formatted(one.id());
            assertThat(second.send(order, decide + "confirm", Map.of()))
                    .contains("Nobody asked for approval " + one.id() + " about order " + order.id());
            assertThat(second.send(order, decide + "refuse", Map.of("why", "not this order's")))
                    .contains("Nobody asked for approval " + one.id());
        }

        assertThat(approvals.page(Approval.State.WAITING, "us", 0, 10)).hasSize(2);
        for (long one : parked) {
            assertThat(bench.order(one).path("state").asText()).isEqualTo("parked");
        }
        long refund = approvals.waiting("us", other.id()).get(0).id();
        assertThat(second.send(other, "/approvals/%d/confirm".formatted(refund), Map.of()))
                .contains("Confirmed.");
    }

    @Test
    void previewsWhatOneClickOnASetAsideWouldPost() throws Exception {
        ShopOrder order = worked(1, "posted");
        admin.send(order, "/set-aside", Map.of("kind", "no-entry", "why", "booked by the tax adviser"));
        bench.await(order.id(), "set-aside");
        bench.store().edit(order.id(), cart -> cart.change("CAP", item -> item.times(2)));
        bench.deliver();
        bench.await(order.id(), "parked");

        assertThat(admin.send(order, "/preview", Map.of()))
                .contains("If it were worked now", "Nothing would be posted");
        assertThat(admin.send(order, "/difference/preview", Map.of()))
                .contains("If what changed since were posted now", "Entries to be posted: 1", "-1,500.00");
        assertThat(admin.send(order, "/set-aside/undo/preview", Map.of()))
                .contains("If the set-aside were undone now", "Entries to be posted: 1", "-1,500.00");
        assertThat(bench.post(
                                "/api/stores/us/orders/" + order.id() + "/replay",
                                "{\"preview\":true,\"difference\":true}")
                        .body())
                .contains("\"kind\":\"adjustment\"");
        assertThat(bench.order(order.id()).path("state").asText()).isEqualTo("parked");
        assertThat(bench.order(order.id()).path("journals")).hasSize(1);

        admin.send(order, "/difference", Map.of());
        Awaitility.await().until(() -> bench.order(order.id()).path("journals").size() == 2);
    }

    @Test
    void showsTheLinesOfARecordedRefundToWhoAsksAndToWhoConfirms() throws Exception {
        ShopOrder order = worked(1, "posted");
        String page = admin.sent(order, "/refunds/preview", refund(order, "5,00"));
        assertThat(page)
                .contains("If the refund were recorded now", "Entries to be posted: 1", ">-5.00<")
                .contains("name=\"amount\" required inputmode=\"decimal\" size=\"10\" value=\"5,00\"");
        assertThat(admin.send(order, "/refunds/preview", refund(order, "1.204")))
                .contains("can be read in two ways");
        assertThat(bench.bean(Approvals.class).waiting("us", order.id())).isEmpty();

        admin.send(order, "/refunds", refund(order, "5,00"));
        long id = bench.bean(Approvals.class).waiting("us", order.id()).get(0).id();
        assertThat(second.send(order, "/approvals/" + id + "/preview", Map.of()))
                .contains("If what is asked for were confirmed now", "Entries to be posted: 1", "-5.00");
        assertThat(bench.order(order.id()).path("journals")).hasSize(1);
        second.send(order, "/approvals/" + id + "/confirm", Map.of());
        Awaitility.await()
                .until(() -> bench.order(order.id()).path("journals").size() == 2
                        && bench.order(order.id()).path("state").asText().equals("posted"));

        assertThat(admin.send(order, "/refunds/1/remove/preview", Map.of()))
                .contains("If the recorded refund were removed now", "Entries to be posted: 1", "5.00");
        assertThat(second.send(order, "/approvals/" + id + "/preview", Map.of()))
                .contains("is decided already");
    }

    private static Map<String, String> refund(ShopOrder order, String amount) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("amount", amount);
        fields.put("tax", "0");
        fields.put("tender", "receivable");
        fields.put("date", YESTERDAY);
        fields.put("document", "DOC-" + order.id());
        fields.put("why", "paid back by bank transfer");
        return fields;
    }

    private ShopOrder worked(long channel, String state) throws Exception {
        ShopOrder order = bench.store()
                .place(Cart.in("USD").with(Item.of("CAP", "Cap", "1500.00")).taxRate("0"), channel);
        bench.store().pay(order.id());
        bench.store().takeEvents();
        bench.post("/api/stores/us/orders/" + order.id() + "/replay", "{}");
        bench.await(order.id(), state);
        return order;
    }
}
