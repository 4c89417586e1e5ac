package io.ledgerbridge.console;

import io.ledgerbridge.queue.DueOrders;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does what goes by how an order stands, in one transaction with the look at that: of two people who decide about it at the
 * same moment, the second one sees what the first did.
 */
@Component
public class OneAtATime {

    private final DueOrders orders;
    private final TransactionTemplate transactions;

    OneAtATime(DueOrders orders, TransactionTemplate transactions) {
        this.orders = orders;
        this.transactions = transactions;
    }

    /**
     * Does something about an order, whose row is locked meanwhile.
     *
     * @param deed looks, and then does it or refuses; it asks no other system
     */
    public void on(String store, long order, Runnable deed) {
        transactions.executeWithoutResult(running -> {
            orders.lock(store, order);
            deed.run();
        });
    }
}
