package io.ledgerbridge.catchup;

import io.ledgerbridge.database.DatabaseClock;
import io.ledgerbridge.queue.DueOrders;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Has the orders read again that were refunded lately: a payment of a refund can be declined later, or accepted after all,
 * and no event says so.
 */
@Component
public class RefundReadings {

    private static final Duration LATELY = Duration.ofDays(30);
    private static final Duration ONCE_IN = Duration.ofDays(1);

    /** So many a turn: a hundred thousand a day. */
    private static final int AT_ONCE = 70;

    private final DueOrders orders;
    private final DatabaseClock clock;

    RefundReadings(DueOrders orders, DatabaseClock clock) {
        this.orders = orders;
        this.clock = clock;
    }

    /** Marks those due whose last reading is a day old; parked ones wait for a person, and are read then. */
    @Transactional
    public void mark() {
        Instant now = clock.now();
        orders.markRefunded(now.minus(LATELY), now.minus(ONCE_IN), AT_ONCE);
    }
}
