package io.ledgerbridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.sandbox.bigcommerce.Cart;
import io.ledgerbridge.sandbox.bigcommerce.Item;
import io.ledgerbridge.sandbox.bigcommerce.RefundRequest;
import io.ledgerbridge.sandbox.bigcommerce.ShopOrder;
import io.ledgerbridge.sandbox.bigcommerce.Store;
import io.ledgerbridge.sandbox.sagex3.PostedEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Fifty orders, some taxed, shipped, given away or refunded: whichever way they take, Sage X3 holds the same. */
@WholeProgram
@Tag(WholeProgram.RELIABILITY)
class SameLedgerTest {

    private static final int ORDERS = 50;

    @Test
    void sageX3HoldsTheSameWhicheverWayTheJournalsTake() throws Exception {
        List<PostedEntry> byGraphql = ledger(Map.of());

        assertThat(byGraphql).hasSizeGreaterThan(ORDERS);
        assertThat(ledger(Bench.byRest())).isEqualTo(byGraphql);
        assertThat(ledger(Bench.bySoap())).isEqualTo(byGraphql);
    }

    private static List<PostedEntry> ledger(Map<String, String> settings) throws Exception {
        try (Bench bench = Bench.start(settings)) {
            List<ShopOrder> orders = new ArrayList<>();
            for (int number = 0; number < ORDERS; number++) {
                orders.add(ordered(bench.store(), number));
            }
            bench.deliver();
            orders.forEach(order -> bench.await(order.id(), "posted"));
            return bench.entries().stream()
                    .map(SameLedgerTest::unnumbered)
                    .sorted(Comparator.comparing(PostedEntry::reference))
                    .toList();
        }
    }

    private static ShopOrder ordered(Store store, int number) {
        Cart cart = Cart.in("USD")
                .with(Item.of("CAP", "Cap", (10 + number) + ".35").times(1 + number % 3))
                .with(Item.of("MUG", "Mug & “saucer” <large>", "7.10"));
        if (number % 2 == 0) {
            cart.taxRate("0.0825").shipping("4.95");
        }
        if (number % 7 == 0) {
            cart.payByStoreCredit("5.00");
        }
        ShopOrder order = store.place(cart, 1);
        store.pay(order.id());
        if (number % 5 == 0) {
            store.refund(order.id(), RefundRequest.of().units("MUG", 1));
        }
        if (number % 9 == 0) {
            store.refund(order.id(), RefundRequest.everythingLeft());
        }
        return order;
    }

    /** X3's counter numbers entries as they come, and they come side by side. */
    private static PostedEntry unnumbered(PostedEntry entry) {
        return new PostedEntry(
                entry.folder(),
                entry.type(),
                "",
                entry.site(),
                entry.journal(),
                entry.date(),
                entry.currency(),
                entry.reference(),
                entry.description(),
                entry.status(),
                entry.lines());
    }
}
