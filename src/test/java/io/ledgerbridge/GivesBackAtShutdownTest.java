package io.ledgerbridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.sandbox.bigcommerce.Cart;
import io.ledgerbridge.sandbox.bigcommerce.Item;
import io.ledgerbridge.sandbox.bigcommerce.ShopOrder;
import io.ledgerbridge.sandbox.sagex3.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** With leases of ten minutes, which nobody here waits for. */
@WholeProgram
@Tag(WholeProgram.TRIAL)
class GivesBackAtShutdownTest {

    private static final Map<String, String> LONG_LEASES = Map.of("ledger-bridge.drain.lease", "10m");

    @Test
    void endsWhatIsUnderWayAndTheNextStartPicksUpTheRestAtOnce() throws Exception {
        try (Bench bench = Bench.start(LONG_LEASES)) {
            bench.x3().faults().decide(call -> Fault.slow(Duration.ofMillis(400)));
            List<ShopOrder> orders = new ArrayList<>();
            for (int number = 0; number < 20; number++) {
                ShopOrder order = bench.store().place(Cart.in("USD").with(Item.of("CAP", "Cap", "15.00")), 1);
                bench.store().pay(order.id());
                orders.add(order);
            }
            // however long the deliveries take, none is posted before all are there
            bench.post("/api/stores/us/pause", "{\"why\":\"until all are there\"}");
            bench.deliver();
            bench.post("/api/stores/us/resume", "{}");
            Awaitility.await().until(() -> bench.x3().statistics().underWay() > 0);

            bench.stop();

            assertThat(bench.x3().statistics().underWay()).isZero();
            assertThat(bench.entries()).hasSizeLessThan(20);
            bench.x3().faults().clear();
            bench.startAgain();
            assertThat(bench.bean(JdbcClient.class)
                            .sql("SELECT count(*) FROM journal WHERE state IN ('sending', 'unknown')")
                            .query(Long.class)
                            .single())
                    .as("what was under way was ended, and written down")
                    .isZero();
            orders.forEach(order -> bench.await(order.id(), "posted"));
            assertThat(bench.entries()).hasSize(20);
        }
    }
}
