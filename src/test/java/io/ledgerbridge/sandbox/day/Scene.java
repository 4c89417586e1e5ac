package io.ledgerbridge.sandbox.day;

import io.ledgerbridge.sandbox.bigcommerce.Cart;
import io.ledgerbridge.sandbox.bigcommerce.Item;
import io.ledgerbridge.sandbox.bigcommerce.RefundRequest;
import io.ledgerbridge.sandbox.bigcommerce.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** One store on the day: what it sells, and when its shoppers come. */
final class Scene {

    private final Timeline timeline;
    private final Store store;
    private final Random random;
    private final Instant opens;
    private final Duration open;
    private final Range range;
    private int lives;

    /** Taxes, currency and shipping of a store's usual orders. */
    record Range(String currency, List<String> taxRates, List<String> shippings) {}

    private static final List<Item> RACK = List.of(
            item("LIN-SH", "Linen shirt", "49.90", "18.40"),
            item("OXF-SH", "Oxford shirt", "64.00", "22.10"),
            item("CHI-TR", "Chino trousers", "72.50", "27.35"),
            item("DEN-JK", "Denim jacket", "118.00", "46.80"),
            item("RAI-CO", "Rain coat", "164.95", "71.20"),
            item("MER-SW", "Merino sweater", "89.00", "33.75"),
            item("COT-TE", "Cotton tee", "19.95", "5.60"),
            item("WOL-SC", "Wool scarf", "34.50", "11.15"),
            item("LEA-BE", "Leather belt", "42.00", "14.90"),
            item("CAN-BA", "Canvas bag", "58.75", "20.05"),
            item("SOC-3P", "Socks, three pairs", "14.40", "3.95"),
            item("FLA-PJ", "Flannel pyjamas", "54.30", "19.60"));

    private static Item item(String sku, String name, String price, String cost) {
        return Item.of(sku, name, price).costing(cost);
    }

    Scene(Timeline timeline, Store store, Random random, Instant opens, Duration open, Range range) {
        this.timeline = timeline;
        this.store = store;
        this.random = random;
        this.opens = opens;
        this.open = open;
        this.range = range;
    }

    /** How many orders there will be. */
    int lives() {
        return lives;
    }

    /** A life that begins at any time of the day. */
    Life life(long channel, Cart cart) {
        return life(channel, cart, opens.plusSeconds(random.nextLong(open.toSeconds())));
    }

    Life life(long channel, Cart cart, Instant begins) {
        lives++;
        return new Life(timeline, store, begins, channel, cart);
    }

    Life paid(long channel, Cart cart) {
        return life(channel, cart).paid();
    }

    Life paid(long channel, Cart cart, Instant begins) {
        return life(channel, cart, begins).paid();
    }

    /** An order that was paid and shipped, as most are. */
    Life usual(long channel, Cart cart) {
        return paid(channel, cart).shipped();
    }

    /** Likewise, and refunded soon after. */
    Life refunded(long channel, Cart cart, RefundRequest request) {
        return usual(channel, cart).soon(Life.Deed.refund(request));
    }

    /** One to three things in one to three pieces, with tax and shipping. */
    Cart cart() {
        Cart cart = empty();
        int first = random.nextInt(RACK.size());
        int lines = 1 + random.nextInt(3);
        for (int line = 0; line < lines; line++) {
            cart.with(RACK.get((first + 5 * line) % RACK.size()).times(1 + random.nextInt(3)));
        }
        return cart;
    }

    /** Two shirts and a scarf: a cart that a life can be told about. */
    Cart shirtsAndScarf() {
        return empty().with(item("LIN-SH", "Linen shirt", "50.00", "20.00").times(2))
                .with(item("WOL-SC", "Wool scarf", "40.00", "15.00"));
    }

    /** Likewise, the scarf wrapped as a gift. */
    Cart wrapped(String cost) {
        return shirtsAndScarf().change("WOL-SC", item -> item.wrapped(cost));
    }

    Cart empty() {
        return Cart.in(range.currency()).taxRate(any(range.taxRates())).shipping(any(range.shippings()));
    }

    private String any(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }
}
