package io.ledgerbridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.sandbox.bigcommerce.Cart;
import io.ledgerbridge.sandbox.bigcommerce.Item;
import io.ledgerbridge.sandbox.bigcommerce.RefundRequest;
import io.ledgerbridge.sandbox.bigcommerce.ShopOrder;
import io.ledgerbridge.sandbox.sagex3.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@WholeProgram
@Tag(WholeProgram.TRIAL)
class ConcurrencyTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void neverHasMoreCallsUnderWayThanX3IsLicensedForAndSendsBothJournalsOfEachOrder(int concurrency) {
        try (Bench bench = Bench.start(Map.of("ledger-bridge.stores.us.sage-x3.concurrency", "" + concurrency))) {
            CompletableFuture<Void> full = new CompletableFuture<>();
            bench.x3().faults().decide(call -> {
                if (bench.x3().statistics().underWay() >= concurrency) {
                    full.complete(null);
                }
                return Fault.none().after(full).answering(Duration.ofMillis(40));
            });
            List<ShopOrder> orders = new ArrayList<>();
            for (int number = 0; number < 16; number++) {
                orders.add(bench.store().place(Cart.in("USD").with(Item.of("CAP", "Cap", "15.00")), 1));
                bench.store().pay(orders.get(number).id());
                bench.store().refund(orders.get(number).id(), RefundRequest.of().units("CAP", 1));
            }
            bench.deliver();
            orders.forEach(order -> bench.await(order.id(), "posted"));

            assertThat(bench.entries()).hasSize(32);
            assertThat(bench.x3().statistics().mostUnderWay()).isEqualTo(concurrency);
        }
    }
}
