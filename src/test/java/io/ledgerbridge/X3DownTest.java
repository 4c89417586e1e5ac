package io.ledgerbridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.ledgerbridge.faults.Side;
import io.ledgerbridge.sandbox.bigcommerce.Cart;
import io.ledgerbridge.sandbox.bigcommerce.Item;
import io.ledgerbridge.sandbox.bigcommerce.ShopOrder;
import io.ledgerbridge.sandbox.sagex3.Call;
import io.ledgerbridge.sandbox.sagex3.Fault;
import io.ledgerbridge.sandbox.sagex3.PostedEntry;
import io.ledgerbridge.work.StoreBackOff;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A store whose Sage X3 is down, or doesn't take the credentials, waits as a whole, and goes on by itself. */
@WholeProgram
@Tag(WholeProgram.TRIAL)
class X3DownTest {

    @Test
    void isLeftAloneWhenItFailsTooOftenAndHasEveryOrderOnceWhenItIsBack() {
        try (Bench bench = Bench.start(Map.of("ledger-bridge.retry.initial-delay", "400ms"))) {
            CircuitBreaker breaker = bench.bean(CircuitBreakerRegistry.class).circuitBreaker("sage-x3-us");
            bench.x3().faults().decide(call -> Fault.of(Fault.Way.UNAVAILABLE));
            List<ShopOrder> orders = place(bench, 15);
            bench.deliver();
            Awaitility.await()
                    .until(() -> breaker.getMetrics().getNumberOfNotPermittedCalls() > 0
                            || breaker.getState() == CircuitBreaker.State.OPEN);

            bench.x3().faults().clear();
            orders.forEach(order -> bench.await(order.id(), "posted"));

            assertThat(bench.entries())
                    .extracting(PostedEntry::reference)
                    .hasSize(15)
                    .doesNotHaveDuplicates();
            assertThat(breaker.getState()).isEqualTo(CircuitBreaker.State.CLOSED);
        }
    }

    @Test
    void isAskedNoMoreOnceItDoesNotTakeTheCredentials() throws Exception {
        try (Bench bench = Bench.start(Map.of("ledger-bridge.retry.initial-delay", "60s"))) {
            bench.x3().faults().decide(call -> Fault.of(Fault.Way.UNAUTHORISED));
            List<ShopOrder> orders = place(bench, 12);
            bench.deliver();
            Awaitility.await()
                    .until(() -> !bench.bean(StoreBackOff.class).current().isEmpty());
            assertThat(asked(bench)).as("at most once by each worker").isLessThanOrEqualTo(8);
            assertThat(bench.entries()).isEmpty();

            bench.x3().faults().clear();
            bench.bean(StoreBackOff.class).forget(Bench.STORE, Side.SAGE_X3);
            orders.forEach(order -> assertThat(state(bench, order)).isIn("waiting", "posting", "posted"));
            assertThat(bench.json("/api/parked").path("total").asInt()).isZero();
        }
    }

    private static String state(Bench bench, ShopOrder order) {
        try {
            return bench.order(order.id()).path("state").asText();
        } catch (IOException | InterruptedException unreachable) {
            throw new IllegalStateException(unreachable);
        }
    }

    private static int asked(Bench bench) {
        return bench.x3().statistics().requests(Call.Kind.LOOK_UP)
                + bench.x3().statistics().requests(Call.Kind.CREATE);
    }

    private static List<ShopOrder> place(Bench bench, int count) {
        List<ShopOrder> orders = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            ShopOrder order = bench.store().place(Cart.in("USD").with(Item.of("CAP", "Cap", "15.00")), 1);
            bench.store().pay(order.id());
            orders.add(order);
        }
        return orders;
    }
}
