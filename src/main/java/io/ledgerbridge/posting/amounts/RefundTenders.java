package io.ledgerbridge.posting.amounts;

import io.ledgerbridge.bigcommerce.Refund;
import io.ledgerbridge.ledger.Money;
import io.ledgerbridge.ledger.Role;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;

/**
 * By which tenders a refund went back.
 *
 * @param limit the largest difference that may be rounding
 */
record RefundTenders(CountedRefund refund, Money limit) {

    /**
     * Minus what was paid back, by tender: as its payments say, else in proportion of what is left of the order's own.
     *
     * @param left of each tender, before this refund
     */
    Amounts amounts(Amounts left) {
        Money total = Money.rounded(refund.totalAmount(), limit.currency());
        return isKnown() ? byPayments(total) : OwnTenders.taking(left, total);
    }

    /** Whether payments are on record. */
    boolean isKnown() {
        return !refund.refund().payments().isEmpty();
    }

    private Amounts byPayments(Money total) {
        Map<Role, BigDecimal> sums = new EnumMap<>(Role.class);
        refund.acceptedPayments().forEach(payment -> sums.merge(tender(payment), payment.amount(), BigDecimal::add));
        Map<Role, Money> paid = new EnumMap<>(Role.class);
        sums.forEach((tender, sum) ->
                paid.put(tender, Money.rounded(sum, limit.currency()).negated()));
        Amounts payments = Amounts.ofRoles(limit.currency(), paid);
        Money left = total.plus(payments.sum());
        if (left.abs().minus(limit).signum() > 0) {
            throw RefundRefusals.paymentsDiffer(refund.refund(), payments.sum().negated(), total, limit);
        }
        return payments.plus(OwnTenders.largest(payments), left.negated());
    }

    static Role tender(Refund.Payment payment) {
        return switch (payment.provider()) {
            case "storecredit" -> Role.STORE_CREDIT;
            case "giftcertificate" -> Role.GIFT_CERTIFICATES_REDEEMED;
            default -> Role.RECEIVABLE;
        };
    }
}
