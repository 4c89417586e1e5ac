package io.ledgerbridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerbridge.sandbox.bigcommerce.Cart;
import io.ledgerbridge.sandbox.bigcommerce.Item;
import io.ledgerbridge.sandbox.bigcommerce.ShopOrder;
import io.ledgerbridge.sandbox.sagex3.PostedEntry;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An account in the settings is changed. */
@WholeProgram
@Tag(WholeProgram.TRIAL)
class MappingChangeTest {

    private static final String REVENUE = "ledger-bridge.stores.us.channels.1.accounts.revenue";

    @Test
    void postsWhatAWrongMappingHadRefusedAfterItIsMendedAndReplayed() throws Exception {
        try (Bench bench = Bench.start(Map.of(REVENUE, "707999"))) {
            long order = order(bench).id();
            replay(bench, order);
            JsonNode parked = bench.await(order, "parked");
            bench.restart(Map.of(REVENUE, "707000"));

            bench.post("/api/parked/replay", "{\"store\":\"us\"}");

            JsonNode journals = bench.await(order, "posted").path("journals");
            assertThat(parked.path("reason").asText()).isEqualTo("refused-by-x3");
            assertThat(parked.path("detail").asText()).contains("707999");
            assertThat(bench.entries()).singleElement().satisfies(entry -> {
                assertThat(entry.reference()).isEqualTo("BC" + order);
                assertThat(entry.lines())
                        .extracting(PostedEntry.Line::account)
                        .containsExactlyInAnyOrder("411000", "707000");
            });
            assertThat(journals).hasSize(2);
            assertThat(shown(journals.path(0))).isEqualTo("BC%d withdrawn 411000 707999".formatted(order));
            assertThat(shown(journals.path(1))).isEqualTo("BC%d posted 411000 707000".formatted(order));
        }
    }

    @Test
    void reversesOnTheOldAccountsAndPostsOnTodays() throws Exception {
        try (Bench bench = Bench.start(Map.of())) {
            ShopOrder order = order(bench);
            replay(bench, order.id());
            bench.await(order.id(), "posted");
            bench.x3().ledger().folder(Bench.FOLDER).accounts("707100");
            bench.store().moveToChannel(order.id(), 2);
            bench.store().takeEvents();
            bench.restart(Map.of(
                    REVENUE,
                    "707100",
                    "ledger-bridge.stores.us.channels.2.name",
                    "Second brand",
                    "ledger-bridge.stores.us.channels.2.accounts.receivable",
                    "411000",
                    "ledger-bridge.stores.us.channels.2.accounts.revenue",
                    "707100"));

            replay(bench, order.id());

            JsonNode journals = bench.await(order.id(), "posted").path("journals");
            assertThat(journals).hasSize(3);
            assertThat(shown(journals.path(1))).isEqualTo("BC%d-V1 posted 411000 707000".formatted(order.id()));
            assertThat(shown(journals.path(2))).isEqualTo("BC%d-A1 posted 411000 707100".formatted(order.id()));
        }
    }

    private static ShopOrder order(Bench bench) {
        ShopOrder order = bench.store()
                .place(Cart.in("USD").with(Item.of("CAP", "Cap", "15.00")).taxRate("0"), 1);
        bench.store().pay(order.id());
        bench.store().takeEvents();
        return order;
    }

    private static void replay(Bench bench, long order) throws Exception {
        bench.post("/api/stores/us/orders/" + order + "/replay", "{}");
    }

    private static String shown(JsonNode journal) {
        StringBuilder shown = new StringBuilder(
                journal.path("reference").asText() + " " + journal.path("state").asText());
        StreamSupport.stream(journal.path("lines").spliterator(), false)
                .forEach(line -> shown.append(' ').append(line.path("account").asText()));
        return shown.toString();
    }
}
