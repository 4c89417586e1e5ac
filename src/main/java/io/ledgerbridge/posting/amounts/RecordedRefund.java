package io.ledgerbridge.posting.amounts;

import io.ledgerbridge.bigcommerce.Refund;
import io.ledgerbridge.ledger.RefundId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * A refund that a person recorded here, since BigCommerce has none on record.
 *
 * @param number 1 for M1
 * @param amount with tax, in the order's currency
 * @param tender store-credit, gift-certificates, or any other way, which is the receivable's
 * @param date on which it was paid back
 * @param after the highest id of BigCommerce's refunds that were known when it was asked for; 0 where none were
 */
public record RecordedRefund(int number, BigDecimal amount, BigDecimal tax, String tender, LocalDate date, long after) {

    private static final LocalTime NOON = LocalTime.of(12, 0);

    public long id() {
        return RefundId.ofRecorded(number);
    }

    /** As BigCommerce would give one by totals. */
    Refund refund(long order, ZoneId zone) {
        Refund.Payment payment = new Refund.Payment(0, provider(), amount, true, false);
        return new Refund(
                id(),
                order,
                date.atTime(NOON).atZone(zone).toOffsetDateTime(),
                amount,
                tax,
                List.of(),
                List.of(payment));
    }

    /** Some as one refund, numbered as the first of them. */
    static Refund together(List<RecordedRefund> some, long order, ZoneId zone) {
        Refund first = some.get(0).refund(order, zone);
        return new Refund(
                first.id(),
                order,
                first.created(),
                sum(some, RecordedRefund::amount),
                sum(some, RecordedRefund::tax),
                List.of(),
                some.stream()
                        .flatMap(one -> one.refund(order, zone).payments().stream())
                        .toList());
    }

    static BigDecimal sum(List<RecordedRefund> some, Function<RecordedRefund, BigDecimal> amount) {
        return some.stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private String provider() {
        String letters = tender.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return letters.startsWith("giftcertificate") ? "giftcertificate" : letters;
    }
}
