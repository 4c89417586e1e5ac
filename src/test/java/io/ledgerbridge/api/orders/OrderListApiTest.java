package io.ledgerbridge.api.orders;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerbridge.Bench;
import io.ledgerbridge.Database;
import io.ledgerbridge.OnEachDatabase;
import io.ledgerbridge.WholeProgram;
import io.ledgerbridge.sandbox.bigcommerce.Cart;
import io.ledgerbridge.sandbox.bigcommerce.Item;
import io.ledgerbridge.sandbox.bigcommerce.RefundRequest;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Orders as they were worked, listed by what they are asked for. */
@OnEachDatabase
@WholeProgram
class OrderListApiTest {

    @SuppressWarnings("NullAway.Init") // NullAway does not know what runs before a parameterized class
    private static Bench bench;

    private static long whole;
    private static long refunded;
    private static long cancelled;
    private static long unmapped;

    OrderListApiTest(Database database) {
        assertThat(database).isNotNull();
    }

    @BeforeParameterizedClassInvocation
    static void work(Database database) {
        Map<String, String> settings = new HashMap<>();
        settings.put("spring.datasource.url", database.url());
        settings.put("spring.datasource.username", database.user());
        bench = Bench.start(settings);
        whole = placed(1);
        refunded = placed(1);
        unmapped = placed(77);
        bench.store().pay(whole);
        bench.store().pay(refunded);
        bench.store().pay(unmapped);
        cancelled = placed(1);
        bench.store().cancel(cancelled);
        bench.deliver();
        bench.await(whole, "posted");
        bench.await(refunded, "posted");
        bench.store().refund(refunded, RefundRequest.of().units("CAP", 1));
        bench.deliver();
        bench.await(unmapped, "parked");
        bench.await(cancelled, "ignored");
        Awaitility.await()
                .until(() -> bench.order(refunded).path("journals").size() == 2
                        && bench.order(refunded).path("state").asText().equals("posted"));
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        bench.close();
    }

    @Test
    void holdInTheLedgerWhatBigCommerceSaysIsKept() throws Exception {
        JsonNode item = items("text=" + refunded).get(0);
        assertThat(item.path("total").asText()).isEqualTo("30.00");
        assertThat(item.path("refunded").asText()).isEqualTo("15.00");
        assertThat(item.path("inLedger").asText()).isEqualTo("15.00");
        assertThat(item.path("entries").asInt()).isEqualTo(2);
        assertThat(item.path("status").asInt()).isEqualTo(14);
        assertThat(item.path("currency").asText()).isEqualTo("USD");
        assertThat(item.path("day")).isEqualTo(item.path("accountingDate"));
        String newest =
                bench.order(refunded).path("journals").path(1).path("x3Number").asText();
        assertThat(item.path("x3Number").asText()).isEqualTo(newest);
        assertThat(items("text=" + newest))
                .extracting(one -> one.path("order").asLong())
                .containsExactly(refunded);
    }

    @Test
    void areFoundByTheirStateAndSummedUp() throws Exception {
        assertThat(orders("state=posted")).containsExactlyInAnyOrder(whole, refunded);
        assertThat(orders("state=ignored")).containsExactly(cancelled);
        assertThat(orders("state=parked&reason=unmapped-channel")).containsExactly(unmapped);
        assertThat(orders("state=on-the-way")).isEmpty();
        JsonNode posted = bench.json("/api/orders?state=posted&size=1");
        assertThat(posted.path("count").asLong()).isEqualTo(2);
        assertThat(posted.path("sums")).hasSize(1);
        assertThat(posted.path("sums").get(0).toString())
                .isEqualTo(
                        "{\"currency\":\"USD\",\"orders\":2,\"notRead\":0,\"total\":\"60.00\",\"refunded\":\"15.00\",\"inLedger\":\"45.00\"}");
    }

    @Test
    void areGivenPageByPage() throws Exception {
        List<Long> all = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = bench.json("/api/orders?size=1&after=" + next);
            all.add(page.path("items").get(0).path("order").asLong());
            next = page.path("next").asText("");
        } while (!next.isEmpty() && !next.equals("null"));
        assertThat(all).containsExactlyElementsOf(orders(""));
        assertThat(all).hasSize(4);
    }

    @Test
    void areWrittenAsOneTable() throws Exception {
        HttpResponse<String> answer = bench.get("/api/orders?state=posted&size=1", "text/csv");
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        List<CSVRecord> rows = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .get()
                .parse(new StringReader(answer.body()))
                .getRecords();
        assertThat(rows)
                .extracting(row -> row.get("order"))
                .containsExactlyInAnyOrder(Long.toString(whole), Long.toString(refunded));
        assertThat(rows).allSatisfy(row -> assertThat(row.get("currency")).isEqualTo("USD"));
    }

    @Test
    void addUpToTheOverview() throws Exception {
        JsonNode overview = bench.json("/api/overview");
        assertThat(overview.path("totals").toString())
                .isEqualTo(
                        "{\"known\":4,\"inLedger\":2,\"noEntry\":1,\"held\":0,\"setAside\":0,\"onTheWay\":0,\"needYou\":1}");
        assertThat(overview.path("sentence").asText())
                .isEqualTo("No: 1 of 4 orders is not yet. 1 needs you (30.00 USD).");
        assertThat(overview.path("verdict").asText()).isEqualTo("no");
        assertThat(overview.path("outlook").asText()).isEqualTo("caught-up");
        assertThat(overview.path("eta").isNull()).isTrue();
        assertThat(overview.path("causes").toString())
                .isEqualTo(
                        "[{\"reason\":\"unmapped-channel\",\"orders\":1,\"amounts\":[{\"currency\":\"USD\",\"orders\":1,\"notRead\":0,\"amount\":\"30.00\"}]}]");
        assertThat(overview.path("pace").path("came").asLong()).isEqualTo(4);
        assertThat(overview.path("pace").path("settled").asLong()).isEqualTo(4);
        assertThat(overview.path("readAt").asText()).endsWith("Z");
        assertThat(bench.json("/api/overview?from=2000-01-01&to=2000-01-31")
                        .path("totals")
                        .path("known")
                        .asLong())
                .isZero();
        assertThat(bench.json("/api/overview?store=nowhere")
                        .path("totals")
                        .path("known")
                        .asLong())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "after=x            | after, \\\"x\\\", is not what next gave",
                "state=lost         | state, \\\"lost\\\", is not one of on-the-way, waiting",
                "flag=lost          | flag, \\\"lost\\\", is not the code of a flag",
                "amount=much        | amount, \\\"much\\\", is not an amount such as 158.05",
                "from=yesterday     | from, \\\"yesterday\\\", is not a day such as 2026-11-01",
                "size=501           | size is 1 to 500",
                "size=0             | size is 1 to 500",
                "text=a&text=b      | text is given 2 times",
            })
    void areNotGivenWhereTheCallCanNotBeRead(String query, String told) throws Exception {
        for (String type : List.of("application/json", "text/csv")) {
            if (!type.equals("text/csv") || !(query.startsWith("size") || query.startsWith("after"))) {
                HttpResponse<String> answer = bench.get("/api/orders?" + query, type);
                assertThat(answer.statusCode()).as(type).isEqualTo(400);
                assertThat(answer.body()).contains(told);
            }
        }
    }

    private static List<Long> orders(String query) throws Exception {
        return items(query).stream().map(item -> item.path("order").asLong()).toList();
    }

    private static List<JsonNode> items(String query) throws Exception {
        List<JsonNode> items = new ArrayList<>();
        bench.json("/api/orders?" + query).path("items").forEach(items::add);
        return items;
    }

    private static long placed(long channel) {
        return bench.store()
                .place(Cart.in("USD").with(Item.of("CAP", "Cap", "15.00").times(2)), channel)
                .id();
    }
}
