package io.ledgerbridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.sandbox.bigcommerce.Cart;
import io.ledgerbridge.sandbox.bigcommerce.Item;
import io.ledgerbridge.sandbox.bigcommerce.ShopOrder;
import io.ledgerbridge.sandbox.sagex3.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Work that takes longer than a lease, in a process that lives. */
@WholeProgram
@Tag(WholeProgram.TRIAL)
class LongWorkTest {

    private static final Duration LEASE = Duration.ofSeconds(3);
    private static final int ORDERS = 4;

    @Test
    void keepsItsOrders() throws Exception {
        try (Bench bench = Bench.start(Map.of(
                "ledger-bridge.drain.lease", LEASE.toSeconds() + "s",
                "ledger-bridge.stores.us.sage-x3.request-timeout", "60s",
                "ledger-bridge.stores.us.sage-x3.concurrency", "1"))) {
            bench.x3().faults().decide(call -> Fault.slow(LEASE.dividedBy(3)));
            List<ShopOrder> orders = new ArrayList<>();
            for (int number = 0; number < ORDERS; number++) {
                orders.add(bench.store().place(Cart.in("USD").with(Item.of("CAP", "Cap", "15.00")), 1));
                bench.store().pay(orders.get(number).id());
            }
            bench.deliver();
            orders.forEach(order -> bench.await(order.id(), "posted"));

            for (ShopOrder order : orders) {
                List<String> steps =
                        bench.json("/api/audit?store=us&order=" + order.id()).findValuesAsText("step");
                assertThat(Collections.frequency(steps, "order-read"))
                        .as("each claim's work ends under it: %s", steps)
                        .isEqualTo(Collections.frequency(steps, "order-posted"));
            }
            assertThat(bench.entries()).hasSize(ORDERS);
        }
    }
}
