package io.ledgerbridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerbridge.sandbox.bigcommerce.Cart;
import io.ledgerbridge.sandbox.bigcommerce.Item;
import io.ledgerbridge.sandbox.bigcommerce.RefundRequest;
import io.ledgerbridge.sandbox.bigcommerce.ShopOrder;
import io.ledgerbridge.sandbox.bigcommerce.Status;
import io.ledgerbridge.sandbox.sagex3.PostedEntry;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is parked is listed with a remedy, and goes on when a person says so. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@WholeProgram
class ReplayTest {

    private static final long MARKETPLACE = 7;

    private Bench bench;

    @BeforeAll
    void start() {
        bench = Bench.start(Map.of(
                "ledger-bridge.users[1].name", "controller",
                "ledger-bridge.users[1].password", "{noop}controller",
                "ledger-bridge.users[1].role", "operator",
                "ledger-bridge.approval.replay-orders", "2"));
    }

    @AfterAll
    void stop() {
        bench.close();
    }

    @Test
    void listsAParkedOrderWithItsReasonAndRemedy() throws Exception {
        ShopOrder order = parked();

        JsonNode item = listed("?store=us&reason=unmapped-channel&size=500", "order", order.id());

        assertThat(item.path("store").asText()).isEqualTo("us");
        assertThat(item.path("channel").asText()).isEqualTo("7");
        assertThat(item.path("reason").asText()).isEqualTo("unmapped-channel");
        assertThat(item.path("detail").asText()).contains("channel 7");
        assertThat(item.path("remedy").asText()).contains("work the order again");
        assertThat(item.path("parkedAt").asText()).startsWith("20");
        assertThat(item.path("event").isNull()).isTrue();
        assertThat(bench.json("/api/parked?store=other").path("total").asInt()).isZero();
    }

    @Test
    void keepsWhatPeopleWriteAboutAnOrderAndWhoLooksAfterIt() throws Exception {
        ShopOrder order = parked();
        String url = "/api/stores/us/orders/" + order.id();
        assertThat(bench.order(order.id()).path("assignedTo").isNull()).isTrue();
        assertThat(bench.order(order.id()).path("notes")).isEmpty();
        assertThat(bench.order(order.id()).path("nextAttempt").isNull()).isTrue();

        assertThat(bench.post(url + "/notes", "{\"text\":\"asked the shop which channel it is\"}")
                        .statusCode())
                .isEqualTo(201);
        assertThat(bench.post("controller", url + "/notes", "{\"text\":\"it is the market place\"}")
                        .statusCode())
                .isEqualTo(201);
        assertThat(bench.send("PUT", url + "/assignment", "{\"to\":\"controller\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(bench.send("PUT", url + "/assignment", "{\"to\":\"controller\"}")
                        .statusCode())
                .isEqualTo(204);

        JsonNode now = bench.order(order.id());
        assertThat(now.path("assignedTo").asText()).isEqualTo("controller");
        assertThat(now.path("notes"))
                .extracting(note ->
                        note.path("by").asText() + ": " + note.path("text").asText())
                .containsExactly("admin: asked the shop which channel it is", "controller: it is the market place");
        assertThat(listed("?store=us&reason=unmapped-channel&size=500", "order", order.id())
                        .path("assignedTo")
                        .asText())
                .isEqualTo("controller");
        assertThat(steps(order)).filteredOn("assigned"::equals).as("once").hasSize(1);

        assertThat(bench.send("PUT", url + "/assignment", "{\"to\":null}").statusCode())
                .isEqualTo(204);
        assertThat(bench.order(order.id()).path("assignedTo").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PUT  | /assignment | {}                    | to is missing",
                "PUT  | /assignment | {\"to\":7}            | to can't be",
                "PUT  | /assignment | {\"to\":\"\"}         | to can't be",
                "PUT  | /assignment | {\"to\":\"a\",\"by\":1} | to",
                "POST | /notes      | {}                    | text is missing",
                "POST | /notes      | {\"text\":\" \"}      | text can't be"
            })
    void saysWhatANoteOrAnAssignmentLacks(String method, String path, String body, String says) throws Exception {
        HttpResponse<String> refused = bench.send(method, "/api/stores/us/orders/4711" + path, body);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains(says);
    }

    @Test
    void knowsNoNotesOfAnOrderOfWhichNothingIsKnown() throws Exception {
        assertThat(bench.post("/api/stores/us/orders/987654/notes", "{\"text\":\"a\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(bench.send("PUT", "/api/stores/us/orders/987654/assignment", "{\"to\":\"a\"}")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void pausesResumesAndStopsABackfillAndSaysWhoDid() throws Exception {
        // BigCommerce answers no list for now
        bench.store().quota(0, Duration.ofSeconds(1));
        long id;
        try {
            HttpResponse<String> asked =
                    bench.post("/api/stores/us/backfill", "{\"from\":\"2026-01-01\",\"to\":\"2026-01-02\"}");
            assertThat(asked.statusCode()).isEqualTo(202);
            id = Long.parseLong(asked.body().replaceAll("\\D", ""));
            for (String what : List.of("pause", "pause", "resume", "pause", "stop", "stop")) {
                assertThat(bench.post("controller", "/api/backfills/" + id + "/" + what, "{}")
                                .statusCode())
                        .as(what)
                        .isEqualTo(202);
            }
        } finally {
            bench.store().quota(10_000, Duration.ofSeconds(30));
        }
        assertThat(bench.json("/api/backfills/" + id).path("state").asText()).isEqualTo("stopped");
        HttpResponse<String> late = bench.post("/api/backfills/" + id + "/resume", "{}");
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("can't be resumed");
        assertThat(bench.json("/api/audit?store=us&order=0").path("items"))
                .filteredOn(link -> link.path("detail").path("backfill").asLong() == id)
                .extracting(link -> link.path("step").asText() + " by "
                        + link.path("detail").path("by").asText())
                .containsExactly(
                        "backfill-asked by admin",
                        "backfill-paused by controller",
                        "backfill-resumed by controller",
                        "backfill-paused by controller",
                        "backfill-stopped by controller");
    }

    @Test
    void listsAnEventThatCantBeReadWithTheParkedOrders() throws Exception {
        assertThat(bench.deliver("{\"no\":\"scope\"}")).isEqualTo(200);

        JsonNode page = bench.json("/api/parked?reason=unreadable-event");

        JsonNode item = page.path("items").path(0);
        assertThat(page.path("total").asInt()).isEqualTo(1);
        assertThat(item.path("order").isNull()).isTrue();
        assertThat(item.path("event").asLong()).isPositive();
        assertThat(item.path("store").asText()).isEqualTo("us");
        assertThat(item.path("remedy").asText()).isNotBlank();

        String dismiss = "/api/parked/events/" + item.path("event").asLong() + "/dismiss";
        assertThat(bench.post(dismiss, "{\"why\":\"too short\"}").statusCode()).isEqualTo(400);
        assertThat(bench.post("/api/parked/events/999999/dismiss", "{\"why\":\"a test of the shop\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(bench.post(dismiss, "{\"why\":\"a test of the shop\"}").statusCode())
                .isEqualTo(202);
        assertThat(bench.post(dismiss, "{\"why\":\"a test of the shop\"}").statusCode())
                .isEqualTo(409);
        assertThat(bench.json("/api/parked?reason=unreadable-event")
                        .path("total")
                        .asInt())
                .isZero();
    }

    @Test
    void listsPageAfterPageTheLongestParkedFirst() throws Exception {
        ShopOrder first = parked();
        ShopOrder second = parked();

        JsonNode all = bench.json("/api/parked?reason=unmapped-channel&size=500");
        int last = all.path("total").asInt() - 1;
        JsonNode page = bench.json("/api/parked?reason=unmapped-channel&size=1&page=" + last);

        assertThat(page.path("items")).hasSize(1);
        assertThat(page.path("items").path(0).path("order").asLong()).isEqualTo(second.id());
        assertThat(all.path("items").path(last - 1).path("order").asLong()).isEqualTo(first.id());
    }

    @Test
    void replaysTheParkedOrdersOfOneReasonAndNoOthers() throws Exception {
        ShopOrder other = parked();
        ShopOrder refused = refused();
        bench.x3().ledger().folder(Bench.FOLDER).accounts("707000");

        HttpResponse<String> answer =
                bench.post("/api/parked/replay", "{\"store\":\"us\",\"reason\":\"refused-by-x3\"}");

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body()).isEqualTo("{\"orders\":1,\"skipped\":0,\"stillParkedFor\":[\"unmapped-channel\"]}");
        bench.await(refused.id(), "posted");
        assertThat(entries(refused)).hasSize(1);
        assertThat(steps(refused)).contains("order-replayed");
        assertThat(steps(other)).doesNotContain("order-replayed");
    }

    @Test
    void worksASelectionAgainOnceASecondPersonConfirms() throws Exception {
        List<Long> orders = List.of(parked().id(), parked().id(), parked().id());
        String selection = "{\"store\":\"us\",\"orders\":%s}".formatted(orders);

        HttpResponse<String> answer = bench.post("/api/parked/replay", selection);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        JsonNode asked = new ObjectMapper().readTree(answer.body());
        assertThat(asked.path("orders").asInt()).isEqualTo(3);
        assertThat(new BigDecimal(asked.path("amounts").path("USD").asText())).isPositive();
        long id = asked.path("approval").asLong();
        assertThat(bench.order(orders.get(0)).path("state").asText()).isEqualTo("parked");
        JsonNode waiting = bench.json("/api/approvals").path("items").path(0);
        assertThat(waiting.path("id").asLong()).isEqualTo(id);
        assertThat(waiting.path("kind").asText()).isEqualTo("replay");
        assertThat(waiting.path("order").isMissingNode()).isTrue();
        assertThat(waiting.path("replay").path("orders").asInt()).isEqualTo(3);
        assertThat(waiting.path("replay").path("selected")).hasSize(3);
        assertThat(waiting.path("replay").path("amounts")).isEqualTo(asked.path("amounts"));
        assertThat(bench.post("/api/parked/replay", selection).statusCode())
                .as("the same again")
                .isEqualTo(409);
        String approval = "/api/approvals/" + id;
        assertThat(bench.post(approval + "/confirm", "{}").statusCode())
                .as("by who asked")
                .isEqualTo(403);
        assertThat(bench.post("controller", approval + "/refuse", "{}").statusCode())
                .as("without saying why")
                .isEqualTo(400);

        HttpResponse<String> confirmed = bench.post("controller", approval + "/confirm", "{}");

        assertThat(confirmed.statusCode()).isEqualTo(202);
        assertThat(confirmed.body()).isEqualTo("{\"orders\":3,\"skipped\":0}");
        assertThat(bench.post("controller", approval + "/confirm", "{}").statusCode())
                .as("twice")
                .isEqualTo(409);
        JsonNode link = stream(
                        bench.json("/api/audit?store=us&order=" + orders.get(2)).path("items"))
                .filter(one -> one.path("step").asText().equals("order-replayed"))
                .findFirst()
                .orElseThrow();
        assertThat(link.path("detail").toString())
                .isEqualTo("{\"approval\":%d,\"askedBy\":\"admin\",\"by\":\"controller\"}".formatted(id));
        for (long order : orders) {
            bench.await(order, "parked");
        }
    }

    @Test
    void readsAnOrderOfWhichNothingIsKnown() throws Exception {
        ShopOrder order = placed(1);
        bench.store().takeEvents();

        HttpResponse<String> answer = bench.post("/api/stores/us/orders/" + order.id() + "/replay", "{}");

        assertThat(answer.statusCode()).isEqualTo(202);
        bench.await(order.id(), "posted");
        assertThat(entries(order)).hasSize(1);
        assertThat(trail(order).path(0).path("step").asText()).isEqualTo("order-replayed");
        assertThat(trail(order).path(0).path("detail").path("by").asText()).isEqualTo("admin");
    }

    @Test
    void postsNothingMoreForAnOrderThatIsInTheLedger() throws Exception {
        ShopOrder order = placed(1);
        bench.store().takeEvents();
        bench.post("/api/stores/us/orders/" + order.id() + "/replay", "{}");
        bench.await(order.id(), "posted");

        bench.post("/api/stores/us/orders/" + order.id() + "/replay", "{}");

        Awaitility.await()
                .until(() ->
                        steps(order).stream().filter("order-posted"::equals).count() == 2);
        assertThat(entries(order)).hasSize(1);
    }

    @Test
    void leavesADismissedOrderSetAsideUntilItsFiguresChange() throws Exception {
        ShopOrder order = parked();

        HttpResponse<String> answer = dismiss(order, "{\"why\":\"entered by hand\"}");

        assertThat(answer.statusCode()).isEqualTo(202);
        JsonNode dismissed = bench.await(order.id(), "set-aside");
        assertThat(dismissed.path("setAside").path("kind").asText()).isEqualTo("no-entry");
        assertThat(dismissed.path("setAside").path("why").asText()).isEqualTo("entered by hand");
        assertThat(dismissed.path("setAside").path("by").asText()).isEqualTo("admin");
        assertThat(steps(order)).contains("set-aside");
        assertThat(dismiss(order, "{\"why\":\"again\"}").statusCode()).isEqualTo(409);
        bench.store().note(order.id(), "nothing of its figures has changed");
        bench.deliver();
        bench.await(order.id(), "set-aside");
        bench.store().edit(order.id(), cart -> cart.shipping("3.00"));
        bench.deliver();
        assertThat(bench.await(order.id(), "parked").path("reason").asText()).isEqualTo("changed-since-set-aside");
        dismiss(order, "{\"why\":\"the difference is entered by hand, too\"}");
        bench.await(order.id(), "set-aside");
    }

    /** Entered by hand in Sage X3, and then shipped: it isn't posted beside that entry. */
    @Test
    void postsNothingForAnOrderThatIsBookedByHandButTheDifferenceThatIsAskedFor() throws Exception {
        ShopOrder order = parked();
        String url = "/api/stores/us/orders/" + order.id();
        String byHand = "{\"kind\":\"by-hand\",\"x3Number\":\"FR011-4711\",\"why\":\"the channel was new\"}";

        assertThat(bench.post(url + "/set-aside", byHand).statusCode()).isEqualTo(202);

        JsonNode setAside = bench.await(order.id(), "set-aside").path("setAside");
        assertThat(setAside.path("x3Number").asText()).isEqualTo("FR011-4711");
        bench.store().moveToChannel(order.id(), 1);
        bench.store().ship(order.id());
        bench.deliver();
        bench.await(order.id(), "set-aside");
        assertThat(entries(order)).isEmpty();
        assertThat(bench.delete(url + "/set-aside").statusCode()).isEqualTo(202);
        bench.await(order.id(), "posted");
        assertThat(entries(order)).hasSize(1);
    }

    @Test
    void postsJustTheDifferenceOfAnOrderThatChangedSinceItWasSetAside() throws Exception {
        ShopOrder order = placed(1);
        bench.deliver();
        bench.await(order.id(), "posted");
        String url = "/api/stores/us/orders/" + order.id();
        bench.post(url + "/set-aside", "{\"kind\":\"no-entry\",\"why\":\"corrected by hand from now on\"}");
        bench.await(order.id(), "set-aside");
        bench.store().edit(order.id(), cart -> cart.shipping("3.00"));
        bench.deliver();
        assertThat(bench.await(order.id(), "parked").path("detail").asText()).contains("USD 3.00");

        assertThat(bench.post(url + "/replay", "{\"difference\":true}").statusCode())
                .isEqualTo(202);

        bench.await(order.id(), "set-aside");
        assertThat(bench.entries()).extracting(PostedEntry::reference).contains("BC" + order.id() + "-A1");
        ShopOrder plain = placed(1);
        bench.deliver();
        bench.await(plain.id(), "posted");
        assertThat(bench.post("/api/stores/us/orders/" + plain.id() + "/replay", "{\"difference\":true}")
                        .statusCode())
                .isEqualTo(409);
    }

    /** The gateway can't refund: it is refunded there, and the status is set by hand. */
    @Test
    void recordsARefundThatASecondPersonConfirms() throws Exception {
        ShopOrder order = refundedOutside();
        String url = "/api/stores/us/orders/" + order.id() + "/refunds";
        String refund =
                "{\"amount\":\"15.00\",\"tax\":0,\"tender\":\"store-credit\",\"date\":\"%s\",\"document\":\"CN-7\","
                        + "\"why\":\"the gateway can't\"}";
        String today = LocalDate.now(ZoneId.of("America/Chicago")).toString();

        HttpResponse<String> asked = bench.post(url, refund.formatted(today));

        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(202);
        String approval = "/api/approvals/" + asked.body().replaceAll("\\D", "");
        JsonNode waiting = bench.json("/api/approvals").path("items").path(0);
        assertThat(waiting.path("kind").asText()).isEqualTo("record-refund");
        assertThat(waiting.path("refund").path("amount").asText()).isEqualTo("15.00");
        assertThat(waiting.path("askedBy").asText()).isEqualTo("admin");
        assertThat(bench.post(url, refund.formatted(today)).statusCode())
                .as("the same document again")
                .isEqualTo(409);
        assertThat(bench.post(approval + "/confirm", "{}").statusCode())
                .as("by who asked")
                .isEqualTo(403);
        assertThat(bench.order(order.id()).path("state").asText()).isEqualTo("parked");
        assertThat(bench.post("controller", approval + "/confirm", "{}").statusCode())
                .isEqualTo(202);
        JsonNode posted = bench.await(order.id(), "posted");
        assertThat(posted.path("refundsRecorded").path(0).path("confirmedBy").asText())
                .isEqualTo("controller");
        JsonNode journal = posted.path("journals").path(1);
        assertThat(journal.path("reference").asText()).isEqualTo("BC" + order.id() + "-M1");
        assertThat(journal.path("refund").isNull()).isTrue();
        assertThat(stream(journal.path("lines"))
                        .map(line -> line.path("account").asText() + " "
                                + line.path("amount").asText()))
                .containsExactlyInAnyOrder("419200 -15.00", "707000 15.00");
        assertThat(steps(order)).contains("record-refund-asked", "record-refund-confirmed");
        assertThat(bench.post("controller", approval + "/confirm", "{}").statusCode())
                .as("twice")
                .isEqualTo(409);
        assertThat(bench.json("/api/approvals?state=confirmed").path("total").asInt())
                .isPositive();

        removeRecorded(order, url);
    }

    @Test
    void listsTheFlagsOfAParkedOrder() throws Exception {
        ShopOrder order = placed(1);
        bench.store()
                .declineRefund(
                        bench.store().refund(order.id(), RefundRequest.of().units("CAP", 1)));
        bench.store().refund(order.id(), RefundRequest.of().override("500.00", "0.00"));
        bench.deliver();
        bench.await(order.id(), "parked");

        JsonNode item = listed("?store=us&reason=refund-exceeds-order&size=500", "order", order.id());

        assertThat(item.path("flags").path(0).path("flag").asText()).isEqualTo("refund-declined");
        assertThat(item.path("channel").asText()).isEqualTo("1");
        assertThat(item.path("remedy").asText()).contains("set that refund aside");
        dismiss(order, "{\"why\":\"the others look at what is parked\"}");
        bench.await(order.id(), "set-aside");
    }

    @Test
    void setsNoRefundAsideThatIsPosted() throws Exception {
        ShopOrder order = placed(1);
        long refund = bench.store()
                .refund(order.id(), RefundRequest.of().units("CAP", 1))
                .id();
        bench.deliver();
        bench.await(order.id(), "posted");

        HttpResponse<String> answer = bench.post(
                "/api/stores/us/orders/" + order.id() + "/set-aside",
                "{\"kind\":\"by-hand\",\"x3Number\":\"FR011-1\",\"why\":\"x\",\"refund\":%d}".formatted(refund));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("posted already, as BC%d-R%d".formatted(order.id(), refund));
    }

    /** Else it came to nothing for the order in which causes stand, and for the limit above which a second person confirms. */
    @Test
    void countsACancelledOrderThatIsStillInTheLedgerWithAllThatItHolds() throws Exception {
        ShopOrder order = placed(1);
        bench.deliver();
        bench.await(order.id(), "posted");
        bench.x3().ledger().folder(Bench.FOLDER).withoutAccounts("707000");
        bench.store().cancel(order.id());
        bench.deliver();
        bench.await(order.id(), "parked");

        assertThat(missing(order)).isEqualByComparingTo("15");
        assertThat(page(order))
                .contains("It is cancelled at BigCommerce; the ledger still holds 15.00 USD: 15.00 USD too much.");

        bench.x3().ledger().folder(Bench.FOLDER).accounts("707000");
        bench.post("/api/stores/us/orders/" + order.id() + "/replay", "{}");
        bench.await(order.id(), "posted");
        assertThat(missing(order)).isZero();
        assertThat(page(order))
                .contains(
                        "It is cancelled at BigCommerce, where 15.00 of 15.00 USD was not refunded; the ledger holds 0.00");
    }

    @Test
    void countsARefundThatIsBookedByHandAsInTheLedger() throws Exception {
        ShopOrder order = placed(1);
        bench.deliver();
        bench.await(order.id(), "posted");
        long refund = bench.store()
                .refund(order.id(), RefundRequest.of().override("500.00", "0.00"))
                .id();
        bench.deliver();
        bench.await(order.id(), "parked");
        assertThat(missing(order)).isEqualByComparingTo("500");

        bench.post(
                "/api/stores/us/orders/" + order.id() + "/set-aside",
                "{\"kind\":\"by-hand\",\"x3Number\":\"FR011-500\",\"why\":\"booked by hand\",\"refund\":%d}"
                        .formatted(refund));

        bench.await(order.id(), "posted");
        assertThat(missing(order)).isZero();
        assertThat(page(order)).contains("✓", "Of that, -500.00 USD was set aside by a person.");
    }

    private BigDecimal missing(ShopOrder order) {
        return bench.bean(JdbcClient.class)
                .sql("SELECT not_in_ledger FROM due_order WHERE order_id = :order")
                .param("order", order.id())
                .query(BigDecimal.class)
                .single();
    }

    private String page(ShopOrder order) throws Exception {
        return bench.get("/orders/us/" + order.id(), "text/html").body();
    }

    private void removeRecorded(ShopOrder order, String url) throws Exception {
        HttpResponse<String> removal = bench.send("DELETE", url + "/M1", "{\"why\":\"another order's\"}");
        assertThat(removal.statusCode()).as(removal.body()).isEqualTo(202);
        String approval = "/api/approvals/" + removal.body().replaceAll("\\D", "");
        assertThat(bench.post("controller", approval + "/confirm", "{}").statusCode())
                .isEqualTo(202);
        Awaitility.await()
                .until(() -> bench.entries().stream()
                        .anyMatch(entry -> entry.reference().equals("BC" + order.id() + "-A1")));
        assertThat(bench.await(order.id(), "parked").path("reason").asText()).isEqualTo("refunded-without-refund");
        dismiss(order, "{\"why\":\"the others look at what is parked\"}");
    }

    @Test
    void recordsNothingThatTheSecondPersonRefuses() throws Exception {
        ShopOrder order = refundedOutside();
        HttpResponse<String> asked = bench.post(
                "/api/stores/us/orders/" + order.id() + "/refunds",
                "{\"amount\":15,\"tax\":0,\"tender\":\"card\",\"date\":\"2026-11-01\",\"document\":\"CN-8\",\"why\":\"x\"}");
        String approval = "/api/approvals/" + asked.body().replaceAll("\\D", "");

        assertThat(bench.post("controller", approval + "/refuse", "{\"why\":\"no such document\"}")
                        .statusCode())
                .isEqualTo(202);

        assertThat(bench.post("controller", approval + "/confirm", "{}").statusCode())
                .isEqualTo(409);
        assertThat(bench.order(order.id()).path("refundsRecorded").isMissingNode())
                .isTrue();
        assertThat(steps(order)).contains("record-refund-refused");
        dismiss(order, "{\"why\":\"the others look at what is parked\"}");
    }

    private ShopOrder refundedOutside() {
        ShopOrder order = placed(1);
        bench.deliver();
        bench.await(order.id(), "posted");
        bench.store().become(order.id(), Status.REFUNDED);
        bench.deliver();
        bench.await(order.id(), "parked");
        return order;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/parked/replay | {}                                         | 400 | stores us",
                "/api/parked/replay | {\"store\":\"moon\"}                       | 400 | stores us",
                "/api/parked/replay | {\"store\":\"us\",\"why\":\"because\"}     | 400 | reason",
                "/api/parked/replay | {\"store\":\"us\",\"reason\":7}            | 400 | reason",
                "/api/parked/replay | [\"us\"]                                   | 400 | stores us",
                "/api/parked/replay | {\"store\":\"us\",\"orders\":[]}            | 400 | orders",
                "/api/parked/replay | {\"store\":\"us\",\"orders\":null}          | 400 | orders",
                "/api/parked/replay | {\"store\":\"us\",\"orders\":[0]}           | 400 | orders",
                "/api/parked/replay | {\"store\":\"us\",\"orders\":[\"1 OR 1=1\"]} | 400 | orders",
                "/api/parked/replay | {\"store\":\"us\",\"orders\":[987654]}      | 404 | [987654]",
                "/api/parked/replay | {\"store\":\"us\",\"orders\":[1],\"reason\":\"gave-up\"} | 400 | not both",
                "/api/stores/us/orders/250/replay | {\"preview\":\"yes\"}        | 400 | preview",
                "/api/stores/us/orders/250/replay | {                            | 400 | preview",
                "/api/stores/us/orders/0/replay | {}                             | 400 | above zero",
                "/api/stores/us/orders/x/replay | {}                             | 400 | order",
                "/api/stores/moon/orders/250/replay | {}                         | 404 | moon",
                "/api/stores/us/orders/250/refunds | {\"amount\":\"1.5.\"}        | 400 | amount can't be 1.5.",
                "/api/stores/us/orders/250/refunds | {\"amount\":-1}             | 400 | amount can't be -1",
                "/api/stores/us/orders/250/refunds | {\"amount\":1,\"tax\":2}    | 400 | tax, 2, no more",
                "/api/stores/us/orders/250/refunds | {\"amount\":1,\"tax\":0,\"date\":\"9000-01-01\"} | 400 | after today",
                "/api/stores/us/orders/250/refunds | {\"amount\":1,\"tax\":0,\"date\":\"2026-01-01\",\"tender\":\"a b\"} | 400 | tender",
                "/api/stores/us/orders/9/refunds | {\"amount\":1,\"tax\":0,\"date\":\"2026-01-01\",\"tender\":\"card\",\"document\":\"1\",\"why\":\"x\"} | 404 | order 9",
                "/api/stores/moon/orders/9/refunds | {\"amount\":1,\"tax\":0,\"date\":\"2026-01-01\",\"tender\":\"card\",\"document\":\"1\",\"why\":\"x\"} | 404 | moon",
                "/api/approvals/999/confirm | {}                                 | 404 | 999",
                "/api/stores/us/orders/250/dismiss | {}                          | 400 | why",
                "/api/stores/us/orders/250/dismiss | {\"why\":\" \"}             | 400 | why",
                "/api/stores/us/orders/250/dismiss | {\"why\":\"a\\u0000b\"}     | 400 | why",
                "/api/stores/us/orders/250/dismiss | {\"why\":\"lost\"}          | 404 | 250",
                "/api/stores/moon/orders/250/dismiss | {\"why\":\"lost\"}        | 404 | moon"
            })
    void refusesWhatCantBeWithProblemDetails(String path, String body, int status, String words) throws Exception {
        HttpResponse<String> answer = bench.post(path, body);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains(words);
    }

    private ShopOrder placed(long channel) {
        ShopOrder order = bench.store()
                .place(Cart.in("USD").with(Item.of("CAP", "Cap", "15.00")).taxRate("0"), channel);
        bench.store().pay(order.id());
        return order;
    }

    private ShopOrder parked() {
        ShopOrder order = placed(MARKETPLACE);
        bench.deliver();
        bench.await(order.id(), "parked");
        return order;
    }

    private ShopOrder refused() {
        bench.x3().ledger().folder(Bench.FOLDER).withoutAccounts("707000");
        ShopOrder order = placed(1);
        bench.deliver();
        bench.await(order.id(), "parked");
        return order;
    }

    private HttpResponse<String> dismiss(ShopOrder order, String body) throws Exception {
        return bench.post("/api/stores/us/orders/" + order.id() + "/dismiss", body);
    }

    private List<PostedEntry> entries(ShopOrder order) {
        return bench.entries().stream()
                .filter(entry -> entry.reference().equals("BC" + order.id()))
                .toList();
    }

    private JsonNode trail(ShopOrder order) throws Exception {
        return bench.json("/api/audit?store=us&order=" + order.id()).path("items");
    }

    private List<String> steps(ShopOrder order) throws Exception {
        return stream(trail(order)).map(link -> link.path("step").asText()).toList();
    }

    private JsonNode listed(String query, String field, long value) throws Exception {
        return stream(bench.json("/api/parked" + query).path("items"))
                .filter(item -> item.path(field).asLong() == value)
                .findFirst()
                .orElseThrow();
    }

    private static Stream<JsonNode> stream(JsonNode items) {
        return StreamSupport.stream(items.spliterator(), false);
    }
}
