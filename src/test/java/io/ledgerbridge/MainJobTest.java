package io.ledgerbridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerbridge.sandbox.bigcommerce.Cart;
import io.ledgerbridge.sandbox.bigcommerce.Item;
import io.ledgerbridge.sandbox.bigcommerce.RefundRequest;
import io.ledgerbridge.sandbox.bigcommerce.ShopOrder;
import io.ledgerbridge.sandbox.sagex3.PostedEntry;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A BigCommerce order becomes one entry in Sage X3: the whole way, over real HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@WholeProgram
class MainJobTest {

    private Bench bench;

    @BeforeAll
    void start() {
        bench = Bench.start(Map.of());
    }

    @AfterAll
    void stop() {
        bench.close();
    }

    static Stream<Map<String, String>> interfaces() {
        return Stream.of(Map.of(), Bench.byRest());
    }

    @ParameterizedTest
    @MethodSource("interfaces")
    void postsTheSampleOrder218AsTheWorkedExampleSays(Map<String, String> settings) throws Exception {
        try (Bench of218 = Bench.start(settings)) {
            of218.store().serve(Sample218.ORDER, Sample218.PRODUCTS, "[]");
            of218.deliver(Sample218.EVENT);

            JsonNode order = of218.await(218, "posted");

            PostedEntry entry = of218.entries().get(0);
            assertThat(of218.entries()).hasSize(1);
            assertThat(entry.reference()).isEqualTo("BC218");
            assertThat(entry.date()).isEqualTo(LocalDate.of(2019, 3, 5));
            assertThat(entry.currency()).isEqualTo("USD");
            assertThat(lines(entry))
                    .containsExactlyInAnyOrder(
                            "411000 1 69.84", "709000 1 9.24", "707000 -1 62.68", "708500 -1 11.09", "445710 -1 5.31");
            assertThat(order.path("journals").path(0).path("x3Number").asText()).isEqualTo(entry.number());
        }
    }

    @Test
    void postsARefundOnTheAccountsOfItsOrder() {
        ShopOrder order = placed(
                Cart.in("USD").with(Item.of("TEE", "T-shirt", "20.00").times(2)).taxRate("0.10"));
        bench.await(order.id(), "posted");
        long refund = bench.store()
                .refund(order.id(), RefundRequest.of().units("TEE", 1))
                .id();
        bench.deliver();

        PostedEntry entry = awaitEntry("BC" + order.id() + "-R" + refund);

        assertThat(lines(entry)).containsExactlyInAnyOrder("411000 1 -22.00", "707000 -1 -20.00", "445710 -1 -2.00");
    }

    @Test
    void saysOfAnOrderWhatCameWhatWasPlannedAndWhatX3Has() throws Exception {
        ShopOrder order =
                placed(Cart.in("USD").with(Item.of("CAP", "Cap", "15.00")).taxRate("0.10"));

        JsonNode answer = bench.await(order.id(), "posted");

        assertThat(answer.path("channel").asText()).isEqualTo("1");
        assertThat(answer.path("events")).isNotEmpty();
        JsonNode journal = answer.path("journals").path(0);
        assertThat(journal.path("kind").asText()).isEqualTo("order");
        assertThat(journal.path("state").asText()).isEqualTo("posted");
        assertThat(journal.path("attempts").asInt()).isEqualTo(1);
        assertThat(journal.path("lines").path(0).path("amount").isTextual()).isTrue();
        String csv = bench.get("/api/journals?order=" + order.id(), "text/csv").body();
        assertThat(csv.lines().toList()).hasSize(4).first().asString().startsWith("reference,kind,store,order");
        assertThat(bench.get("/api/stores/us/orders/999999", "application/json").statusCode())
                .isEqualTo(404);
        assertThat(bench.get("/api/journals?state=lost", "application/json").body())
                .contains("planned, sending, unknown, posted, refused, withdrawn");
    }

    @Test
    void parksAnOrderOfAChannelThatIsNotMapped() {
        ShopOrder order = bench.store()
                .place(Cart.in("USD").with(Item.of("CAP", "Cap", "15.00")).taxRate("0"), 7);
        bench.store().pay(order.id());
        bench.deliver();

        JsonNode answer = bench.await(order.id(), "parked");

        assertThat(answer.path("reason").asText()).isEqualTo("unmapped-channel");
        assertThat(answer.path("detail").asText()).contains("7");
        assertThat(answer.path("remedy").asText()).isNotBlank();
        assertThat(answer.path("journals")).isEmpty();
    }

    @Test
    void parksWhatX3RefusesWithItsWordsAndPostsItOnceThatIsMended() {
        bench.x3().ledger().folder(Bench.FOLDER).withoutAccounts("707000");
        ShopOrder order =
                placed(Cart.in("USD").with(Item.of("CAP", "Cap", "15.00")).taxRate("0"));
        JsonNode parked = bench.await(order.id(), "parked");
        bench.x3().ledger().folder(Bench.FOLDER).accounts("707000");
        bench.store().note(order.id(), "any event will do");
        bench.deliver();

        bench.await(order.id(), "posted");

        assertThat(parked.path("reason").asText()).isEqualTo("refused-by-x3");
        assertThat(parked.path("detail").asText()).contains("707000").contains("Record does not exist");
        assertThat(bench.entries())
                .filteredOn(entry -> entry.reference().equals("BC" + order.id()))
                .hasSize(1);
    }

    private ShopOrder placed(Cart cart) {
        ShopOrder order = bench.store().place(cart, 1);
        bench.store().pay(order.id());
        bench.deliver();
        return order;
    }

    private PostedEntry awaitEntry(String reference) {
        return Awaitility.await(reference)
                .until(
                        () -> bench.entries().stream()
                                .filter(entry -> entry.reference().equals(reference))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static List<String> lines(PostedEntry entry) {
        return entry.lines().stream()
                .map(line -> "%s %d %s".formatted(line.account(), line.sign(), plain(line.amount())))
                .toList();
    }

    private static String plain(BigDecimal amount) {
        return amount.setScale(2).toPlainString();
    }
}
