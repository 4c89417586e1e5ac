package io.ledgerbridge.posting.amounts;

import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.bigcommerce.Refund;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A refund as far as it was paid back.
 *
 * @param accepted its payments that were not declined
 * @param all its payments; the same unless one was declined
 */
public record CountedRefund(Refund refund, BigDecimal accepted, BigDecimal all) {

    /** A proportion is no exact decimal. */
    private static final BigDecimal NEARLY = new BigDecimal("0.000001");

    /** Those of a reading of which anything was paid back, by id. */
    public static List<CountedRefund> of(OrderReading reading) {
        return reading.refunds().stream()
                .flatMap(refund -> of(refund).stream())
                .sorted(Comparator.comparingLong(CountedRefund::id))
                .toList();
    }

    /** Those up to an id. */
    static List<CountedRefund> upTo(long last, OrderReading reading) {
        return of(reading).stream().filter(refund -> refund.id() <= last).toList();
    }

    private static Optional<CountedRefund> of(Refund refund) {
        if (refund.payments().stream().noneMatch(Refund.Payment::declined)) {
            return Optional.of(new CountedRefund(refund, BigDecimal.ONE, BigDecimal.ONE));
        }
        BigDecimal all = sum(refund.payments().stream());
        BigDecimal accepted = sum(accepted(refund));
        return accepted.signum() == 0 || all.signum() == 0
                ? Optional.empty()
                : Optional.of(new CountedRefund(refund, accepted, all));
    }

    public long id() {
        return refund.id();
    }

    public BigDecimal totalAmount() {
        return counted(refund.totalAmount());
    }

    public BigDecimal totalTax() {
        return counted(refund.totalTax());
    }

    /** So much of an amount as was paid back. */
    public BigDecimal counted(BigDecimal amount) {
        return isWhole() ? amount : amount.multiply(accepted).divide(all, MathContext.DECIMAL128);
    }

    /** So many of the units as came back; none where the proportion is no number of whole ones. */
    BigDecimal units(BigDecimal refunded) {
        BigDecimal units = counted(refunded);
        BigDecimal whole = units.setScale(0, RoundingMode.HALF_UP);
        if (isWhole()) {
            return refunded;
        }
        return units.subtract(whole).abs().compareTo(NEARLY) < 0 ? whole : BigDecimal.ZERO;
    }

    /** Those of its payments that were not declined. */
    public Stream<Refund.Payment> acceptedPayments() {
        return accepted(refund);
    }

    /** Whether none of its payments was declined. */
    public boolean isWhole() {
        return accepted.compareTo(all) == 0;
    }

    private static Stream<Refund.Payment> accepted(Refund refund) {
        return refund.payments().stream().filter(payment -> !payment.declined());
    }

    private static BigDecimal sum(Stream<Refund.Payment> payments) {
        return payments.map(Refund.Payment::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
