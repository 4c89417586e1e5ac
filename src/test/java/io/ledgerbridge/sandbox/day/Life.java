package io.ledgerbridge.sandbox.day;

import io.ledgerbridge.sandbox.bigcommerce.Cart;
import io.ledgerbridge.sandbox.bigcommerce.RefundRequest;
import io.ledgerbridge.sandbox.bigcommerce.Status;
import io.ledgerbridge.sandbox.bigcommerce.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** One order's life, written down step by step before it happens. */
final class Life {

    private final Timeline timeline;
    private final Store store;
    private Instant when;
    private long order;
    private boolean heard = true;

    /** What somebody does to an order. */
    interface Deed {
        void to(Store store, long order);

        static Deed edit(Consumer<Cart> change) {
            return (store, order) -> store.edit(order, change);
        }

        static Deed refund(RefundRequest request) {
            return (store, order) -> store.refund(order, request);
        }

        static Deed become(Status status) {
            return (store, order) -> store.become(order, status);
        }
    }

    Life(Timeline timeline, Store store, Instant begins, long channel, Cart cart) {
        this.timeline = timeline;
        this.store = store;
        this.when = begins;
        at(when, () -> order = store.place(cart, channel).id());
    }

    /** No event of this order ever comes. */
    Life unheard() {
        heard = false;
        return this;
    }

    /** The payment follows two minutes after the order. */
    Life paid() {
        return then(Duration.ofMinutes(2), Store::pay);
    }

    Life shipped() {
        return then(Duration.ofHours(5), Store::ship);
    }

    Life then(Duration after, Deed deed) {
        when = when.plus(after);
        at(when, () -> deed.to(store, order));
        return this;
    }

    /** What no event tells of. */
    Life thenUnheard(Duration after, Deed deed) {
        return then(after, (shop, id) -> shop.unheard(() -> deed.to(shop, id)));
    }

    private void at(Instant instant, Runnable deed) {
        timeline.add(instant, () -> {
            if (heard) {
                deed.run();
            } else {
                store.unheard(deed);
            }
        });
    }

    /** In the first days of the next month, when the order has long been posted. */
    Life soon(Deed deed) {
        return then(Duration.ofDays(2), deed);
    }

    /** A week and more after what came before. */
    Life later(Deed deed) {
        return then(Duration.ofDays(7), deed);
    }
}
