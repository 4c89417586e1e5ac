package io.ledgerbridge.intake;

import io.ledgerbridge.bigcommerce.Delivery;
import io.ledgerbridge.bigcommerce.WebhookEvent.OnOrder;
import io.ledgerbridge.bigcommerce.WebhookEvent.Undelivered;
import io.ledgerbridge.database.DatabaseClock;
import io.ledgerbridge.hooks.Hooks;
import io.ledgerbridge.queue.DueOrders;
import io.ledgerbridge.queue.EventRows;
import io.ledgerbridge.queue.KeptEvent.Disposition;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes in what BigCommerce delivers. An event is kept and marks its order due; it is never applied. */
@Component
public class Inbox {

    /**
     * Two changes within one second can have equal bytes, so a repeated delivery may be news where the order was last
     * read this soon after the event.
     */
    private static final Duration SAME_BYTES = Duration.ofSeconds(10);

    private final EventRows events;
    private final DueOrders orders;
    private final Hooks hooks;
    private final MeterRegistry meters;
    private final DatabaseClock clock;

    Inbox(EventRows events, DueOrders orders, Hooks hooks, MeterRegistry meters, DatabaseClock clock) {
        this.events = events;
        this.orders = orders;
        this.hooks = hooks;
        this.meters = meters;
        this.clock = clock;
    }

    /** Keeps a delivery that was not seen before, and marks its order due, in the transaction of its key. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void store(Delivery delivery) {
        Instant now = clock.now();
        events.insert(delivery, now);
        if (delivery.event() instanceof OnOrder event) {
            orders.mark(delivery.store(), event.order());
        } else if (delivery.event() instanceof Undelivered event) {
            hooks.undelivered(delivery.store(), event);
        }
        count(delivery, "new");
    }

    /** A delivery that was seen before makes no second event. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void seenAgain(Delivery delivery) {
        if (delivery.event() instanceof OnOrder event) {
            Instant happened = event.createdAt() == null ? clock.now() : event.createdAt();
            orders.markIfReadBefore(delivery.store(), event.order(), happened.plus(SAME_BYTES));
        }
        count(delivery, "repeated");
    }

    private void count(Delivery delivery, String seen) {
        String kind = Disposition.of(delivery.event()).label();
        meters.counter("ledger.bridge.webhooks", "store", delivery.store(), "kind", kind, "seen", seen)
                .increment();
    }
}
