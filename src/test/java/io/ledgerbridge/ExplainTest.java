package io.ledgerbridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerbridge.sandbox.bigcommerce.Cart;
import io.ledgerbridge.sandbox.bigcommerce.Item;
import io.ledgerbridge.sandbox.bigcommerce.ShopOrder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;

/** The program says why each line is what it is, and which lines are behind an account, a reference or an X3 number. */
@OnEachDatabase
@WholeProgram
class ExplainTest {

    @SuppressWarnings("NullAway.Init") // NullAway does not know what runs before a parameterized class
    private static Bench bench;

    private final Database database;

    ExplainTest(Database database) {
        this.database = database;
    }

    @BeforeParameterizedClassInvocation
    static void start(Database database) {
        bench = Bench.start(Map.of(
                "spring.datasource.url", database.url(),
                "spring.datasource.username", database.user(),
                "ledger-bridge.drain.lease", "60s"));
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        bench.close();
    }

    @Test
    void explainsEachLineFromTheReadingThatIsKept() throws Exception {
        ShopOrder order = posted();

        JsonNode journal = explained(order);

        assertThat(journal.path("reference").asText()).isEqualTo("BC" + order.id());
        assertThat(journal.path("reading").asText()).hasSize(64);
        assertThat(journal.path("mapping").asInt()).isPositive();
        assertThat(journal.path("lines")).isNotEmpty().allSatisfy(line -> {
            assertThat(sum(line)).isEqualByComparingTo(line.path("amount").asText());
            assertThat(line.path("rule").asText()).isNotEqualTo("Told by the books alone");
            assertThat(line.path("words").asText())
                    .contains(new BigDecimal(line.path("amount").asText()).abs().toPlainString());
            assertThat(line.path("words").asText())
                    .containsPattern("Read \\d+ [A-Z][a-z]{2} \\d\\d:\\d\\d:\\d\\d UTC\\.$");
            assertThat(line.path("accountFrom").asText()).contains("channel 1 «", "mapping version");
        });
    }

    @Test
    void tellsByTheBooksAloneWhereTheReadingIsPrunedOrWasNeverKept() throws Exception {
        ShopOrder order = posted();
        update("UPDATE reading SET body = NULL, whole = FALSE, emptied_at = read_at WHERE order_id = " + order.id());
        assertThat(explained(order).path("lines")).isNotEmpty().allSatisfy(line -> {
            assertThat(line.path("words").asText()).contains("its figures were pruned on 20");
            assertThat(sum(line)).isEqualByComparingTo(line.path("amount").asText());
        });
        update("UPDATE journal SET reading = NULL, mapping = NULL, planned_with = NULL WHERE order_id = " + order.id());
        assertThat(explained(order).path("reading").isNull()).isTrue();
        assertThat(explained(order).path("lines").path(0).path("words").asText())
                .contains("before readings were kept");
    }

    @Test
    void namesTheMappingsRowsAsItsVersionHadThem() throws Exception {
        ShopOrder order = posted();
        update("UPDATE reading SET body = NULL, whole = FALSE, emptied_at = read_at WHERE order_id = " + order.id());
        String from = explained(order).path("lines").path(0).path("accountFrom").asText();
        String name = from.substring(from.indexOf('«') + 1, from.indexOf('»'));
        rename(name, "as it was");
        try {
            assertThat(explained(order)
                            .path("lines")
                            .path(0)
                            .path("accountFrom")
                            .asText())
                    .isEqualTo(from.replace(name, "as it was"));
        } finally {
            rename("as it was", name);
        }
    }

    private void rename(String name, String other) {
        update("UPDATE mapping_version SET mapping = REPLACE(mapping, '\"name\":\"%s\"', '\"name\":\"%s\"')"
                .formatted(name, other));
    }

    @Test
    void findsTheLinesBehindAnAccountItsDaysAReferenceOrANumber() throws Exception {
        ShopOrder order = posted();
        JsonNode journal = bench.order(order.id()).path("journals").path(0);
        String reference = journal.path("reference").asText();
        String number = journal.path("x3Number").asText();
        String day = journal.path("accountingDate").asText();
        int lines = journal.path("lines").size();

        assertThat(items("text=" + reference)).hasSize(lines).allSatisfy(line -> {
            assertThat(line.path("order").asLong()).isEqualTo(order.id());
            assertThat(line.path("store").asText()).isEqualTo("us");
            assertThat(line.path("x3Number").asText()).isEqualTo(number);
            assertThat(line.path("date").asText()).isEqualTo(day);
            assertThat(line.path("currency").asText()).isEqualTo("USD");
        });
        assertThat(items("text=" + number)).hasSize(lines);
        assertThat(items("text=" + reference.substring(0, reference.length() - 1)))
                .hasSizeGreaterThanOrEqualTo(lines);
        assertThat(items("text=" + reference + "&account=411000"))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.path("role").asText()).isEqualTo("receivable");
                    assertThat(line.path("amount").asText())
                            .isEqualTo(
                                    journal.path("lines").path(0).path("amount").asText());
                });
        assertThat(items("account=411000&from=" + day + "&to=" + day + "&size=500"))
                .isNotEmpty()
                .allMatch(line -> line.path("account").asText().equals("411000"));
        assertThat(items("account=411000&to=2001-01-01")).isEmpty();
        assertThat(items("text=B%25")).as("% is no joker").isEmpty();
        assertThat(bench.json("/api/lines?account=411000&size=1").path("size").asInt())
                .isEqualTo(1);
    }

    @Test
    void refusesWhatCantBeAsked() throws Exception {
        for (String query :
                new String[] {"", "account=", "account=1&page=-1", "account=1&size=501", "account=1&from=x"}) {
            assertThat(bench.get("/api/lines?" + query, "application/json").statusCode())
                    .as(query)
                    .isEqualTo(400);
        }
        assertThat(bench.get("/api/stores/us/orders/987654/explain", "application/json")
                        .statusCode())
                .isEqualTo(404);
        assertThat(bench.get("/api/stores/us/orders/0/explain", "application/json")
                        .statusCode())
                .isEqualTo(400);
    }

    private static BigDecimal sum(JsonNode line) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode figure : line.path("figures")) {
            sum = sum.add(new BigDecimal(figure.path("value").asText()));
        }
        return sum.setScale(2, RoundingMode.HALF_UP);
    }

    private static JsonNode explained(ShopOrder order) throws Exception {
        return bench.json("/api/stores/us/orders/" + order.id() + "/explain")
                .path("journals")
                .path(0);
    }

    private static JsonNode items(String query) throws Exception {
        return bench.json("/api/lines?" + query).path("items");
    }

    private static ShopOrder posted() throws Exception {
        ShopOrder order = bench.store()
                .place(Cart.in("USD").with(Item.of("CAP", "Cap", "15.00")).taxRate("0"), 1);
        bench.store().pay(order.id());
        bench.store().takeEvents();
        bench.post("/api/stores/us/orders/" + order.id() + "/replay", "{}");
        bench.await(order.id(), "posted");
        return order;
    }

    private void update(String sql) {
        database.jdbc().sql(sql).update();
    }
}
