package io.ledgerbridge.posting.splits;

import io.ledgerbridge.bigcommerce.Refund;
import io.ledgerbridge.ledger.Money;
import io.ledgerbridge.ledger.Purpose;
import io.ledgerbridge.ledger.RefundId;
import io.ledgerbridge.ledger.Role;
import io.ledgerbridge.posting.amounts.Amounts;
import io.ledgerbridge.posting.amounts.CountedRefund;
import io.ledgerbridge.posting.rules.PaymentSource;
import io.ledgerbridge.posting.rules.TenderRow;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Splits what a refund took from the receivable by way of paying: by its payments' providers; without payments, in proportion of
 * what is left by each.
 *
 * @param order the order's own split
 */
record RefundTenderSplit(TenderSplit order, CountedRefund refund) {

    /** @param left of the order, before the refund */
    Amounts paidBack(Amounts byRole, Amounts left) {
        Money back = byRole.of(Role.RECEIVABLE);
        boolean isKnown = !refund.refund().payments().isEmpty();
        Map<Purpose, BigDecimal> weights = back.isZero() ? Map.of() : isKnown ? providers() : held(left);
        if (Shares.sum(weights).signum() == 0) {
            return byRole;
        }
        Map<Purpose, Money> shares = isKnown ? Shares.rounded(back, weights) : Shares.inProportion(back, weights);
        return TenderSplit.replaced(byRole, shares);
    }

    private Map<Purpose, BigDecimal> providers() {
        Map<Purpose, BigDecimal> sums = new TreeMap<>();
        refund.acceptedPayments()
                .filter(Refund.Payment::isMoney)
                .forEach(
                        payment -> sums.merge(purpose(payment), payment.amount().negate(), BigDecimal::add));
        return sums;
    }

    static Map<Purpose, BigDecimal> held(Amounts left) {
        Map<Purpose, BigDecimal> held = new TreeMap<>();
        left.only(TenderSplit.RECEIVABLE).byPurpose().forEach((purpose, amount) -> {
            if (amount.signum() > 0) {
                held.put(purpose, amount.amount());
            }
        });
        return held;
    }

    /** Of a refund that people recorded here, they name the way themselves. */
    Purpose purpose(Refund.Payment payment) {
        PaymentSource source = source(payment);
        boolean isRecorded = RefundId.isRecorded(refund.id());
        if (isRecorded && payment.provider().equals("receivable")) {
            return Purpose.of(Role.RECEIVABLE);
        }
        Optional<TenderRow> named = isRecorded ? order.tenders().named(payment.provider()) : Optional.empty();
        return named.map(row -> order.purpose(row, source)).orElseGet(() -> order.purpose(source));
    }

    /** What went back through a gateway by which the order was paid went back by that payment's way. */
    private PaymentSource source(Refund.Payment payment) {
        return order.payments()
                .through(payment.provider())
                .orElseGet(() -> new PaymentSource(payment.providerId(), payment.offline() ? "offline" : null, null));
    }
}
