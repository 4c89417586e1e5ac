package io.ledgerbridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerbridge.sandbox.bigcommerce.Cart;
import io.ledgerbridge.sandbox.bigcommerce.Item;
import io.ledgerbridge.sandbox.bigcommerce.ShopOrder;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Other accounts are tried on a past month. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@WholeProgram
class MappingTrialTest {

    private static final String URL = "/api/mappings/preview";

    private Bench bench;
    private ShopOrder order;
    private String month = "";

    @BeforeAll
    void post() throws Exception {
        bench = Bench.start(Map.of());
        order = bench.store()
                .place(Cart.in("USD").with(Item.of("CAP", "Cap", "15.00")).taxRate("0"), 1);
        bench.store().pay(order.id());
        bench.deliver();
        JsonNode posted = bench.await(order.id(), "posted");
        month = posted.path("journals").path(0).path("accountingDate").asText().substring(0, "2026-11".length());
    }

    @AfterAll
    void stop() {
        bench.close();
    }

    @Test
    void tellsAccountByAccountWhatWouldChange() throws Exception {
        JsonNode change = tried(",\"channels\":{\"1\":{\"accounts\":{\"receivable\":411000,\"revenue\":\"707100\"}}}");
        assertThat(change.path("orders").asInt()).isEqualTo(1);
        assertThat(change.path("changed").asInt()).isEqualTo(1);
        assertThat(change.path("changedOrders").path(0).asLong()).isEqualTo(order.id());
        assertThat(change.path("next").isNull()).isTrue();
        assertThat(StreamSupport.stream(change.path("accounts").spliterator(), false)
                        .map(account -> "%s %s %s: %s, %s, %s"
                                .formatted(
                                        account.path("account").asText(),
                                        account.path("role").asText(),
                                        account.path("currency").asText(),
                                        account.path("was").asText(),
                                        account.path("wouldBe").asText(),
                                        account.path("difference").asText())))
                .containsExactly(
                        "411000 receivable USD: 15.00, 15.00, 0.00",
                        "707000 revenue USD: -15.00, 0, 15.00",
                        "707100 revenue USD: 0, -15.00, -15.00");
        assertThat(bench.entries()).hasSize(1);
    }

    @Test
    void comparesWhatIsSetTodayWithWhatWasPosted() throws Exception {
        JsonNode change = tried("");
        assertThat(change.path("orders").asInt()).isEqualTo(1);
        assertThat(change.path("changed").asInt()).isZero();
    }

    @Test
    void namesEachWrongKey() throws Exception {
        HttpResponse<String> refused =
                bench.post(URL, body(",\"channels\":{\"1\":{\"acounts\":{}},\"2\":{\"cost-of-goods\":\"perhaps\"}}"));
        assertThat(refused.statusCode()).isEqualTo(400);
        JsonNode problem = new ObjectMapper().readTree(refused.body());
        assertThat(problem.path("faults")).hasSize(2);
        assertThat(problem.path("detail").asText())
                .contains("channels.1.acounts: is not a setting", "channels.2.cost-of-goods");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                             | store is missing",
                "{\"store\":\"moon\",\"month\":\"2026-10\"}                     | store",
                "{\"store\":\"us\"}                                             | from is missing",
                "{\"store\":\"us\",\"month\":\"2026-13\"}                       | month is a year and a month",
                "{\"store\":\"us\",\"month\":\"October\"}                       | month is a year and a month",
                "{\"store\":\"us\",\"month\":\"2026-10\",\"from\":\"2026-10-01\"} | Either a month",
                "{\"store\":\"us\",\"from\":\"2026-10-01\",\"to\":\"2026-11-01\"} | are not 1 to 31 days",
                "{\"store\":\"us\",\"from\":\"2026-10-02\",\"to\":\"2026-10-01\"} | are not 1 to 31 days",
                "{\"store\":\"us\",\"month\":\"2026-10\",\"channels\":[]}       | channels",
                "{\"store\":\"us\",\"month\":\"2026-10\",\"channels\":null}     | channels",
                "{\"store\":\"us\",\"month\":\"2026-10\",\"after\":-1}          | after"
            })
    void saysWhatACallLacks(String body, String says) throws Exception {
        HttpResponse<String> refused = bench.post(URL, body);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains(says);
    }

    private JsonNode tried(String more) throws Exception {
        HttpResponse<String> answer = bench.post(URL, body(more));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body());
    }

    private String body(String more) {
        return "{\"store\":\"us\",\"month\":\"%s\"%s}".formatted(month, more);
    }
}
