package io.ledgerbridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerbridge.sandbox.bigcommerce.Cart;
import io.ledgerbridge.sandbox.bigcommerce.Item;
import io.ledgerbridge.sandbox.bigcommerce.ShopOrder;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The trail says what was done about an order, and shows when somebody changes it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@WholeProgram
class AuditTest {

    private Bench bench;
    private long order;

    @BeforeAll
    void start() throws Exception {
        bench = Bench.start(Map.of());
        order = posted();
        posted();
        bench.bean(JdbcTemplate.class).execute("CREATE TABLE audit_as_written AS SELECT * FROM audit");
    }

    @AfterEach
    void undoTampering() {
        JdbcTemplate jdbc = bench.bean(JdbcTemplate.class);
        jdbc.update("DELETE FROM audit");
        jdbc.update("INSERT INTO audit SELECT * FROM audit_as_written");
    }

    @AfterAll
    void stop() {
        bench.close();
    }

    @Test
    void tellsAnOrdersTrailFromItsReadingToItsNumber() throws Exception {
        JsonNode trail = bench.json("/api/audit?store=us&order=" + order);

        List<String> steps = StreamSupport.stream(trail.path("items").spliterator(), false)
                .map(link -> link.path("step").asText())
                .toList();
        assertThat(trail.path("order").asLong()).isEqualTo(order);
        assertThat(steps)
                .as("a sweep may have the order read again after that")
                .startsWith(
                        "order-replayed",
                        "order-read",
                        "planned",
                        "journal-written",
                        "journal-sending",
                        "journal-posted",
                        "order-posted");
        JsonNode written = trail.path("items").path(3);
        assertThat(written.path("reference").asText()).isEqualTo("BC" + order);
        assertThat(written.path("detail").path("lines").path(0).asText()).contains("411000 receivable 15.00");
        assertThat(bench.get("/api/audit?store=us", "application/json").statusCode())
                .isEqualTo(400);
    }

    @Test
    void findsEveryChainWhole() throws Exception {
        JsonNode verified = verified();

        assertThat(verified.path("ok").asBoolean()).isTrue();
        assertThat(verified.path("checked").asInt()).isGreaterThanOrEqualTo(14);
        assertThat(verified.path("firstBroken").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPDATE audit SET detail = '{}' WHERE order_id = %d AND link = 3                | 3",
                "UPDATE audit SET step = 'order-held' WHERE order_id = %d AND link = 3          | 3",
                "UPDATE audit SET order_id = 9999 WHERE order_id = %d AND link = 3              | 4",
                "UPDATE audit SET link = 99 WHERE order_id = %d AND link = 3                     | 4",
                "UPDATE audit SET previous_hash = hash WHERE order_id = %d AND link = 1         | 1",
                "DELETE FROM audit WHERE order_id = %d AND link = 3                             | 4"
            })
    void showsTheFirstLinkThatNoLongerFits(String tampering, int link) throws Exception {
        bench.bridge().getBean(JdbcTemplate.class).update(tampering.formatted(order));

        JsonNode verified = verified();

        assertThat(verified.path("ok").asBoolean()).isFalse();
        assertThat(verified.path("firstBroken").path("order").asLong()).isEqualTo(order);
        assertThat(verified.path("firstBroken").path("link").asInt()).isEqualTo(link);
    }

    /** What a verification that begins now says in the end. */
    private JsonNode verified() throws Exception {
        assertThat(bench.post("/api/audit/verify", "").statusCode()).isEqualTo(202);
        return Awaitility.await()
                .until(
                        () -> bench.json("/api/audit/verify"),
                        answer -> answer.path("state").asText().equals("done"));
    }

    /** By a replay, and so by one working alone. */
    private long posted() throws Exception {
        ShopOrder placed = bench.store()
                .place(Cart.in("USD").with(Item.of("CAP", "Cap", "15.00")).taxRate("0"), 1);
        bench.store().pay(placed.id());
        bench.store().takeEvents();
        bench.post("/api/stores/us/orders/" + placed.id() + "/replay", "{}");
        bench.await(placed.id(), "posted");
        return placed.id();
    }
}
