package io.ledgerbridge.crash;

import io.ledgerbridge.TestClock;
import io.ledgerbridge.sandbox.bigcommerce.BigCommerceSandbox;
import io.ledgerbridge.sandbox.bigcommerce.Cart;
import io.ledgerbridge.sandbox.bigcommerce.Event;
import io.ledgerbridge.sandbox.bigcommerce.Item;
import io.ledgerbridge.sandbox.bigcommerce.Misbehaviour;
import io.ledgerbridge.sandbox.bigcommerce.RefundRequest;
import io.ledgerbridge.sandbox.bigcommerce.Store;
import io.ledgerbridge.sandbox.day.DayBooks.Shop;
import io.ledgerbridge.sandbox.http.Request;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Two stores in which orders are placed and then edited, refunded and cancelled, round by round.
 */
final class Trade implements AutoCloseable {

    private static final Cart US = Cart.in("USD")
            .with(Item.of("LIN-SH", "Linen shirt", "49.90").times(2).costing("18.40"))
            .with(Item.of("WOL-SC", "Wool scarf", "34.50").costing("11.15"))
            .taxRate("0.0825")
            .shipping("5.95");
    private static final Cart EU = Cart.in("EUR")
            .with(Item.of("OXF-SH", "Oxford shirt", "64.00").times(2).costing("22.10"))
            .taxRate("0.20")
            .shipping("4.90");

    private static final String LAST_MONTH = "2026-10-31T15:00:00Z";

    private final News news;
    private final Clock clock;
    private final BigCommerceSandbox sandbox;
    private final List<Order> orders = new ArrayList<>();
    private List<Order> latest = List.of();

    /** One order of one of the stores. */
    record Order(Shop shop, long id) {}

    Trade(News news) {
        this.news = news;
        this.clock = news == News.SWEEP ? Clock.systemUTC() : new TestClock(LAST_MONTH);
        this.sandbox = new BigCommerceSandbox(0, clock);
        for (Shop shop : Shop.values()) {
            shop.open(sandbox);
        }
        sandbox.misbehave(this::emptyLists);
    }

    private Optional<Misbehaviour> emptyLists(Request request) {
        if (news != News.WEBHOOKS) {
            return Optional.empty();
        }
        return request.path().endsWith("/v2/orders") || request.path().endsWith("/v3/orders/payment_actions/refunds")
                ? Optional.of(Misbehaviour.nothing())
                : Optional.empty();
    }

    /** Has the shop misbehave beside that its lists are empty. */
    void misbehave(Function<Request, Optional<Misbehaviour>> faults) {
        sandbox.misbehave(request -> emptyLists(request).or(() -> faults.apply(request)));
    }

    /** Whether a process has begun to sweep: it looks at what changes from then on. */
    boolean isSwept() {
        return Stream.of(Shop.values())
                .map(shop -> "/stores/" + shop.hash())
                .allMatch(store -> sandbox.calls("GET", store + "/v2/orders") > 0
                        && sandbox.calls("GET", store + "/v3/orders/payment_actions/refunds") > 0);
    }

    String url() {
        return sandbox.url();
    }

    Store store(Shop shop) {
        return sandbox.store(shop.hash());
    }

    List<Order> orders() {
        return orders;
    }

    /** Those that were placed last. */
    List<Order> latest() {
        return latest;
    }

    /** Four orders are placed and paid. */
    void open() {
        latest =
                List.of(placed(Shop.US, US, 1), placed(Shop.US, US, 2), placed(Shop.US, US, 3), placed(Shop.EU, EU, 1));
        orders.addAll(latest);
    }

    /** Of these, one is edited, one refunded in part, one cancelled, and that of the other store refunded in part. */
    void change() {
        Store us = store(Shop.US);
        minuteLater();
        us.edit(latest.get(0).id(), cart -> cart.change("LIN-SH", item -> item.times(3)));
        us.refund(latest.get(1).id(), RefundRequest.of().units("LIN-SH", 1).shipping("2.00"));
        us.cancel(latest.get(2).id());
        store(Shop.EU).refund(latest.get(3).id(), RefundRequest.of().units("OXF-SH", 1));
    }

    private Order placed(Shop shop, Cart cart, long channel) {
        minuteLater();
        long id = store(shop).place(cart, channel).id();
        minuteLater();
        store(shop).pay(id);
        return new Order(shop, id);
    }

    /** The sweep goes by the program's clock, which nobody moves. */
    private void minuteLater() {
        if (clock instanceof TestClock ours) {
            ours.advance(Duration.ofMinutes(1));
        }
    }

    /**
     * The webhooks of what has happened in a store since the last time: of each order the last only, so that no other
     * makes good what is lost.
     */
    List<Event> takeEvents(Shop shop) {
        Map<Long, Event> last = new TreeMap<>();
        store(shop).takeEvents().stream()
                .filter(event -> event.scope().startsWith("store/order/"))
                .forEach(event -> last.put(event.order(), event));
        return List.copyOf(last.values());
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
