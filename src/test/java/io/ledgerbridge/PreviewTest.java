package io.ledgerbridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerbridge.sandbox.bigcommerce.Cart;
import io.ledgerbridge.sandbox.bigcommerce.Item;
import io.ledgerbridge.sandbox.bigcommerce.Misbehaviour;
import io.ledgerbridge.sandbox.bigcommerce.RefundRequest;
import io.ledgerbridge.sandbox.bigcommerce.ShopOrder;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A preview says what a replay would post, and leaves no trace. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@WholeProgram
class PreviewTest {

    private static final long MARKETPLACE = 7;
    private static final ObjectMapper JSON = new ObjectMapper();

    private Bench bench;

    @BeforeAll
    void start() {
        bench = Bench.start(Map.of("ledger-bridge.stores.us.journal.recognition", "on-confirmation"));
    }

    @AfterEach
    void mend() {
        bench.shop().behave();
        bench.x3().ledger().folder(Bench.FOLDER).accounts("707000");
    }

    @AfterAll
    void stop() {
        bench.close();
    }

    @Test
    void showsTheJournalsOfAnOrderThatIsNotKnownAndWritesNothing() throws Exception {
        ShopOrder order = paid(1);
        int before = rows();

        JsonNode preview = preview(order);

        JsonNode journal = preview.path("journals").path(0);
        assertThat(preview.path("journals")).hasSize(1);
        assertThat(preview.path("decision").asText()).isEqualTo("post");
        assertThat(preview.has("reason")).isFalse();
        assertThat(preview.has("unsettled")).isFalse();
        assertThat(journal.path("reference").asText()).isEqualTo("BC" + order.id());
        assertThat(journal.path("state").asText()).isEqualTo("planned");
        assertThat(journal.path("createdAt").isNull()).isTrue();
        assertThat(journal.path("lines").path(0).path("account").asText()).isEqualTo("411000");
        assertThat(journal.path("lines").path(0).path("amount").asText()).isEqualTo("15.00");
        assertThat(rows()).isEqualTo(before);
        assertThat(bench.entries()).noneMatch(entry -> entry.reference().equals("BC" + order.id()));
        assertThat(bench.get("/api/stores/us/orders/" + order.id(), "application/json")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void showsOnlyWhatTheLedgerStillLacks() throws Exception {
        ShopOrder order = worked(1, "posted");
        assertThat(preview(order).path("journals")).isEmpty();
        long refund = bench.store()
                .refund(order.id(), RefundRequest.of().units("CAP", 1))
                .id();
        bench.store().takeEvents();

        JsonNode preview = preview(order);

        assertThat(preview.path("journals")).hasSize(1);
        assertThat(preview.path("journals").path(0).path("reference").asText())
                .isEqualTo("BC" + order.id() + "-R" + refund);
        assertThat(preview.path("journals").path(0).path("refund").asLong()).isEqualTo(refund);
    }

    @Test
    void showsARefusedJournalAsPlannedAgainAndNamesItAsUnsettled() throws Exception {
        bench.x3().ledger().folder(Bench.FOLDER).withoutAccounts("707000");
        ShopOrder order = worked(1, "parked");

        JsonNode preview = preview(order);

        assertThat(preview.path("journals")).hasSize(1);
        assertThat(preview.path("unsettled").path(0).path("reference").asText()).isEqualTo("BC" + order.id());
        assertThat(preview.path("unsettled").path(0).path("state").asText()).isEqualTo("refused");
        assertThat(bench.order(order.id()).path("state").asText()).isEqualTo("parked");
    }

    @Test
    void saysWhyAnOrderWouldPark() throws Exception {
        JsonNode preview = preview(paid(MARKETPLACE));

        assertThat(preview.path("journals").isArray()).isTrue();
        assertThat(preview.path("journals")).isEmpty();
        assertThat(preview.path("decision").asText()).isEqualTo("park");
        assertThat(preview.path("reason").asText()).isEqualTo("unmapped-channel");
        assertThat(preview.path("detail").asText()).contains("channel 7");
        assertThat(preview.path("remedy").asText()).contains("accounts");
    }

    @Test
    void saysWhyAnOrderWouldBeHeld() throws Exception {
        ShopOrder order = placed(1);
        bench.store().orderPending(order.id());
        bench.store().takeEvents();

        JsonNode preview = preview(order);

        assertThat(preview.path("journals")).isEmpty();
        assertThat(preview.path("decision").asText()).isEqualTo("hold");
        assertThat(preview.path("detail").asText()).contains("waits for its payment");
    }

    @Test
    void answers502InBigCommercesWordsWhereItDoesntGiveTheOrder() throws Exception {
        ShopOrder order = paid(1);
        bench.shop().misbehave(request -> Optional.of(Misbehaviour.error(503)));
        HttpResponse<String> failed = ask(order.id());
        bench.shop().misbehave(request -> Optional.of(Misbehaviour.hungUp()));
        HttpResponse<String> hungUp = ask(order.id());
        bench.shop().behave();
        HttpResponse<String> unknown = ask(987654);

        assertThat(failed.statusCode()).isEqualTo(502);
        assertThat(failed.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(failed.body()).contains("HTTP 503: Gateway error");
        assertThat(hungUp.statusCode()).isEqualTo(502);
        assertThat(unknown.statusCode()).isEqualTo(502);
        assertThat(unknown.body()).contains("order-not-found", "HTTP 404");
    }

    private ShopOrder placed(long channel) {
        return bench.store()
                .place(Cart.in("USD").with(Item.of("CAP", "Cap", "15.00")).taxRate("0"), channel);
    }

    private ShopOrder paid(long channel) {
        ShopOrder order = placed(channel);
        bench.store().pay(order.id());
        bench.store().takeEvents();
        return order;
    }

    private ShopOrder worked(long channel, String state) throws Exception {
        ShopOrder order = paid(channel);
        bench.post("/api/stores/us/orders/" + order.id() + "/replay", "{}");
        bench.await(order.id(), state);
        return order;
    }

    private JsonNode preview(ShopOrder order) throws Exception {
        HttpResponse<String> answer = ask(order.id());
        assertThat(answer.statusCode()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> ask(long order) throws Exception {
        return bench.post("/api/stores/us/orders/" + order + "/replay", "{\"preview\": true}");
    }

    private int rows() {
        return bench.bridge()
                .getBean(JdbcClient.class)
                .sql("SELECT (SELECT count(*) FROM due_order) + (SELECT count(*) FROM journal)"
                        + " + (SELECT count(*) FROM audit) + (SELECT count(*) FROM event)")
                .query(Integer.class)
                .single();
    }
}
