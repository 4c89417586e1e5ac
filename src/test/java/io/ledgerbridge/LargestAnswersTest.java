package io.ledgerbridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.sandbox.bigcommerce.Cart;
import io.ledgerbridge.sandbox.bigcommerce.Item;
import io.ledgerbridge.sandbox.bigcommerce.ShopOrder;
import io.ledgerbridge.sandbox.hostile.BadAnswer;
import io.ledgerbridge.sandbox.hostile.HostileProxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Eight workers that all read the largest answers there may be, of both sides: by hand also with 256 MiB of heap. */
@WholeProgram
@Tag(WholeProgram.TRIAL)
class LargestAnswersTest {

    @Test
    void haveRoomForAllWorkersAtOnce() {
        HostileProxy shop = new HostileProxy(null);
        HostileProxy x3 = new HostileProxy(null);
        shop.answer(asked -> Optional.of(BadAnswer.LARGEST));
        x3.answer(asked -> Optional.of(BadAnswer.LARGEST));
        Map<String, String> settings = Map.of(
                "ledger-bridge.stores.us.bigcommerce.api-url",
                shop.url(),
                "ledger-bridge.stores.us.sage-x3.url",
                x3.url(),
                "ledger-bridge.stores.us.sage-x3.concurrency",
                "8",
                "ledger-bridge.stores.us.sage-x3.auth.audience",
                "{x3}/xtrem/api");
        try (shop;
                x3;
                Bench bench = Bench.start(settings, List.of(), (shopUrl, x3Url) -> {
                    shop.before(shopUrl);
                    x3.before(x3Url);
                })) {
            List<ShopOrder> orders = IntStream.range(0, 8)
                    .mapToObj(i -> bench.store().place(Cart.in("USD").with(Item.of("CAP", "Cap", "15.00")), 1))
                    .toList();
            orders.forEach(order -> bench.store().pay(order.id()));
            bench.deliver();

            orders.forEach(order -> bench.await(order.id(), "posted"));
            assertThat(bench.entries()).hasSize(8);
        }
    }
}
