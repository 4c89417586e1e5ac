package io.ledgerbridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerbridge.sandbox.bigcommerce.Cart;
import io.ledgerbridge.sandbox.bigcommerce.Item;
import io.ledgerbridge.sandbox.bigcommerce.ShopOrder;
import io.ledgerbridge.sandbox.sagex3.Call;
import io.ledgerbridge.sandbox.sagex3.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An X3 that leaves every create uncertain: each is asked for, sent later and later, and at last a person is told. */
@WholeProgram
@Tag(WholeProgram.TRIAL)
class GivesUpTest {

    @Test
    void parksAnOrderThatStaysUncertainAndPostsItOnceReplayed() throws Exception {
        try (Bench bench = Bench.start(Map.of(
                SettlesSoon.AFTER,
                "1s",
                "ledger-bridge.retry.give-up-after",
                "4s",
                "ledger-bridge.retry.initial-delay",
                "1s",
                "ledger-bridge.retry.multiplier",
                "2"))) {
            bench.x3()
                    .faults()
                    .decide(call -> call.kind() == Call.Kind.CREATE ? Fault.of(Fault.Way.HTML) : Fault.none());
            ShopOrder order = bench.store().place(Cart.in("USD").with(Item.of("CAP", "Cap", "15.00")), 1);
            bench.store().pay(order.id());
            bench.deliver();

            JsonNode parked = bench.await(order.id(), "parked");

            String reference = "BC" + order.id();
            assertThat(parked.path("reason").asText()).isEqualTo("gave-up");
            assertThat(parked.path("detail").asText()).contains(reference, "HTTP 200", "a page of HTML");
            assertThat(gaps(sendings(bench, order)))
                    .as("asked for after 1 s; the delays are 1 s, 2 s, 4 s, each from its half on")
                    .hasSizeBetween(2, 4)
                    .allSatisfy(gap -> assertThat(gap).isGreaterThan(Duration.ofSeconds(1)))
                    .last()
                    .satisfies(gap -> assertThat(gap).isGreaterThan(Duration.ofMillis(1500)));

            bench.x3().faults().clear();
            assertThat(bench.post("/api/stores/us/orders/" + order.id() + "/replay", "{}")
                            .statusCode())
                    .isEqualTo(202);
            bench.await(order.id(), "posted");
            assertThat(bench.x3().ledger().entries(Bench.FOLDER, reference)).hasSize(1);
        }
    }

    private static List<Instant> sendings(Bench bench, ShopOrder order) throws Exception {
        JsonNode trail = bench.json("/api/audit?store=us&order=" + order.id());
        return trail.findParents("step").stream()
                .filter(link -> link.path("step").asText().equals("journal-sending"))
                .map(link -> Instant.parse(link.path("at").asText()))
                .toList();
    }

    private static List<Duration> gaps(List<Instant> instants) {
        return IntStream.range(1, instants.size())
                .mapToObj(index -> Duration.between(instants.get(index - 1), instants.get(index)))
                .toList();
    }
}
