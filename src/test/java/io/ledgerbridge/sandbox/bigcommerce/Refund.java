package io.ledgerbridge.sandbox.bigcommerce;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * A refund that was made.
 *
 * @param totalAmount with tax
 * @param totalTax may be below zero
 * @param override whether the merchant gave the totals
 * @param exact the figures before they were rounded
 */
public record Refund(
        long id,
        long orderId,
        Instant created,
        String reason,
        BigDecimal totalAmount,
        BigDecimal totalTax,
        boolean override,
        List<RefundItem> items,
        List<Payment> payments,
        Amount exact) {

    public Refund {
        items = List.copyOf(items);
        payments = List.copyOf(payments);
    }

    /**
     * One way in which it was paid back.
     *
     * @param providerId {@code storecredit}, {@code giftcertificate} or a gateway
     */
    public record Payment(long id, String providerId, BigDecimal amount, boolean offline, boolean declined) {

        static Payment of(String providerId, BigDecimal amount) {
            boolean offline = providerId.equals("storecredit") || providerId.equals("giftcertificate");
            return new Payment(0, providerId, amount, offline, false);
        }

        Payment numbered(long newId) {
            return new Payment(newId, providerId, amount, offline, declined);
        }

        Payment refused() {
            return new Payment(id, providerId, amount, offline, true);
        }
    }

    boolean counts() {
        return payments.stream().noneMatch(Payment::declined);
    }

    Refund declined() {
        List<Payment> refused = payments.stream()
                .map(payment -> payment.offline() ? payment : payment.refused())
                .toList();
        return new Refund(id, orderId, created, reason, totalAmount, totalTax, override, items, refused, exact);
    }
}
