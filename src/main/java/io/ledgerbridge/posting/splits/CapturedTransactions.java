package io.ledgerbridge.posting.splits;

import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.bigcommerce.details.Transaction;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/** The transactions by which money came in for an order: each payment once, and none that was voided. */
record CapturedTransactions(OrderReading reading) {

    /** In the order of their ids. */
    Collection<Transaction> all() {
        Map<String, Transaction> byPayment = new LinkedHashMap<>();
        reading.transactions().stream()
                .filter(transaction ->
                        transaction.isPayment() && isOfOrder(transaction) && !isUndoneOrCounted(transaction))
                .sorted(Comparator.comparingLong(Transaction::id))
                .forEach(transaction -> byPayment.putIfAbsent(transaction.payment(), transaction));
        return byPayment.values();
    }

    /** One in another currency tells nothing of what was paid of the order. */
    private boolean isOfOrder(Transaction transaction) {
        return transaction.currency() == null
                || transaction.currency().isBlank()
                || transaction.currency().equalsIgnoreCase(reading.order().currencyCode());
    }

    private boolean isUndoneOrCounted(Transaction transaction) {
        return reading.transactions().stream()
                .anyMatch(other -> other.voids(transaction) || transaction.settles(other));
    }
}
