package io.ledgerbridge.posting.splits;

import io.ledgerbridge.bigcommerce.Order;
import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.bigcommerce.details.Transaction;
import io.ledgerbridge.bigcommerce.details.Words;
import io.ledgerbridge.posting.rules.PaymentSource;
import io.ledgerbridge.posting.rules.TenderRow;
import io.ledgerbridge.posting.rules.Tenders;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How an order was paid, as far as its transactions or its own way of paying tell (accounting rules, "Ways of paying").
 *
 * @param captured those that came in through a gateway, in the order of their ids, each once
 * @param isConfirmed whether the order stands confirmed, and doesn't only wait for its payment
 */
record Payments(Order order, List<Payment> captured, Tenders tenders, boolean isConfirmed) {

    /** One payment. */
    record Payment(long transaction, PaymentSource source, BigDecimal amount) {}

    static Payments of(OrderReading reading, Tenders tenders, boolean isConfirmed) {
        List<Payment> captured = new CapturedTransactions(reading)
                .all().stream()
                        .map(transaction -> new Payment(
                                transaction.id(), source(transaction, reading.order()), transaction.amount()))
                        .toList();
        return new Payments(reading.order(), captured, tenders, isConfirmed);
    }

    /**
     * The way of paying of an order without such transactions: its own, once it is paid. One that no gateway takes is not
     * seen to be paid in BigCommerce, and holds once the order is confirmed.
     */
    Optional<PaymentSource> whole() {
        PaymentSource own = own();
        if (order.isCaptured()) {
            return Optional.of(own);
        }
        boolean isOffline = tenders.find(own).filter(TenderRow::isOffline).isPresent();
        return isConfirmed && isOffline ? Optional.of(own) : Optional.empty();
    }

    /** By what it was, or is to be, paid, in words, where none of it makes an entry; else nothing. */
    List<String> withoutEntry() {
        if (order.giftCertificateAmount().signum() != 0
                || order.storeCreditAmount().signum() != 0) {
            return List.of();
        }
        List<PaymentSource> sources = captured.isEmpty()
                ? List.of(own())
                : captured.stream().map(Payment::source).toList();
        boolean all = sources.stream().allMatch(this::makesNone);
        return all ? sources.stream().map(PaymentSource::words).distinct().toList() : List.of();
    }

    private boolean makesNone(PaymentSource source) {
        return tenders.find(source).map(TenderRow::outcome).orElse(TenderRow.Outcome.PARK)
                == TenderRow.Outcome.NO_ENTRY;
    }

    /** The payment that came in through a gateway, or the order's own way where that is its. */
    Optional<PaymentSource> through(String gateway) {
        return Stream.concat(captured.stream().map(Payment::source), Stream.of(own()))
                .filter(source ->
                        !gateway.isEmpty() && Words.plain(source.gateway()).equals(gateway))
                .findFirst();
    }

    /** As the order itself says. */
    PaymentSource own() {
        return new PaymentSource(order.paymentProvider(), null, order.paymentMethod());
    }

    private static PaymentSource source(Transaction transaction, Order order) {
        String gateway = Words.plain(transaction.gateway());
        boolean isOwn = gateway.isEmpty() || gateway.equals(Words.plain(order.paymentProvider()));
        return new PaymentSource(transaction.gateway(), transaction.method(), isOwn ? order.paymentMethod() : null);
    }
}
