package io.ledgerbridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.sandbox.bigcommerce.Cart;
import io.ledgerbridge.sandbox.bigcommerce.Item;
import io.ledgerbridge.sandbox.bigcommerce.ShopOrder;
import io.ledgerbridge.sandbox.sagex3.Call;
import io.ledgerbridge.sandbox.sagex3.Fault;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** By {@code -Dspeed=true}, on a machine that does nothing else: it measures time. */
@EnabledIfSystemProperty(named = "speed", matches = "true")
@WholeProgram
class DrainSpeedTest {

    private static final int CONCURRENCY = 4;
    private static final double CALL = 0.2;
    private static final int ORDERS = 300;
    /** Until the JVM has compiled what is used. */
    private static final int WARM = 200;

    @Test
    void keepsNineTenthsOfTheCallsThatX3AllowsUnderWay() {
        try (Bench bench = Bench.start(Map.of(
                "ledger-bridge.drain.interval",
                "200ms",
                "ledger-bridge.stores.us.sage-x3.concurrency",
                "" + CONCURRENCY))) {
            bench.x3().faults().decide(call -> Fault.slow(Duration.ofMillis(200)));
            for (int number = 0; number < ORDERS; number++) {
                ShopOrder order = bench.store().place(Cart.in("USD").with(Item.of("CAP", "Cap", "15.00")), 1);
                bench.store().pay(order.id());
            }
            bench.deliver();
            awaitCalls(bench, WARM);
            int first = calls(bench);
            long start = System.nanoTime();
            awaitCalls(bench, 2 * ORDERS - 2 * CONCURRENCY);
            double seconds = (System.nanoTime() - start) / 1e9;
            double share = (calls(bench) - first) * CALL / (seconds * CONCURRENCY);
            System.out.printf(
                    "calls under way: %.1f %% of what X3 allows (%d calls in %.1f s)%n",
                    100 * share, calls(bench) - first, seconds);

            assertThat(share).isGreaterThanOrEqualTo(0.9);
        }
    }

    private static void awaitCalls(Bench bench, int many) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> calls(bench) >= many);
    }

    private static int calls(Bench bench) {
        return bench.x3().statistics().requests(Call.Kind.LOOK_UP)
                + bench.x3().statistics().requests(Call.Kind.CREATE);
    }
}
