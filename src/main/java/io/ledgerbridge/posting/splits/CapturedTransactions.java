package io.ledgerbridge.posting.splits;

import io.ledgerbridge.bigcommerce.Order;
import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.bigcommerce.details.Transaction;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The transactions by which money came in for an order: each payment once, and none that was voided. */
final class CapturedTransactions {

    private final Order order;
    private final List<Transaction> transactions;
    private final Set<String> voided;
    private final Set<String> payments;

    CapturedTransactions(OrderReading reading) {
        this.order = reading.order();
        this.transactions = reading.transactions();
        this.voided = transactions.stream()
                .filter(Transaction::isVoid)
                .map(Transaction::referenceId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        this.payments = transactions.stream()
                .filter(Transaction::isPayment)
                .map(payment -> Long.toString(payment.id()))
                .collect(Collectors.toSet());
    }

    /** In the order of their ids. */
    Collection<Transaction> all() {
        Map<String, Transaction> byPayment = new LinkedHashMap<>();
        transactions.stream()
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
                || transaction.currency().equalsIgnoreCase(order.currencyCode());
    }

    private boolean isUndoneOrCounted(Transaction transaction) {
        String settled = transaction.isSettlement() ? transaction.referenceId() : null;
        return voided.contains(Long.toString(transaction.id())) || (settled != null && payments.contains(settled));
    }
}
