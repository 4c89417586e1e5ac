package io.ledgerbridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.sandbox.bigcommerce.Cart;
import io.ledgerbridge.sandbox.bigcommerce.Item;
import io.ledgerbridge.sandbox.bigcommerce.ShopOrder;
import io.ledgerbridge.sandbox.sagex3.PostedEntry;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** An order changes between two pages of its products, so that one of them is on neither. */
@WholeProgram
class ChangedWhileReadTest {

    @Test
    void isReadAgainAndPostedAsItIsThen() {
        try (Bench bench = Bench.start(Map.of())) {
            Cart cart = Cart.in("USD").taxRate("0");
            for (int line = 1; line <= 52; line++) {
                cart = cart.with(Item.of("SKU-" + line, "Product " + line, "1.00"));
            }
            ShopOrder order = bench.store().place(cart, 1);
            bench.store().pay(order.id());
            AtomicBoolean changed = new AtomicBoolean();
            bench.shop().misbehave(request -> {
                if (request.path().endsWith("/products")
                        && "2".equals(request.query().get("page"))
                        && !changed.getAndSet(true)) {
                    bench.store().unheard(() -> bench.store().edit(order.id(), edited -> edited.without("SKU-1")));
                }
                return Optional.empty();
            });
            bench.deliver();

            bench.await(order.id(), "posted");

            assertThat(changed).isTrue();
            assertThat(bench.entries())
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.lines())
                            .extracting(PostedEntry.Line::amount)
                            .usingElementComparator(BigDecimal::compareTo)
                            .containsExactly(new BigDecimal("51"), new BigDecimal("51")));
        }
    }
}
