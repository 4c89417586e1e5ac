package io.ledgerbridge.posting.splits;

import io.ledgerbridge.bigcommerce.Refund;
import io.ledgerbridge.ledger.Money;
import io.ledgerbridge.ledger.Purpose;
import io.ledgerbridge.ledger.Role;
import io.ledgerbridge.posting.amounts.Amounts;
import io.ledgerbridge.posting.amounts.CountedRefund;
import io.ledgerbridge.posting.explained.TenderWords;
import io.ledgerbridge.posting.explained.Terms;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/** The figures of the ways by which a refund was paid back. */
record RefundTenderTerms(RefundTenderSplit split) {

    /** The figures of each way; none where it isn't split. */
    Map<Purpose, Terms> of(Amounts byRole, Amounts left) {
        Map<Purpose, Terms> terms = new TreeMap<>();
        if (!refund().refund().payments().isEmpty()) {
            refund().acceptedPayments()
                    .filter(Refund.Payment::isMoney)
                    .forEach(payment -> terms.merge(split.purpose(payment), terms(payment), Terms::plus));
            return terms;
        }
        Money back = byRole.of(Role.RECEIVABLE);
        Map<Purpose, BigDecimal> held = RefundTenderSplit.held(left);
        held.forEach((way, amount) -> terms.put(
                way,
                Terms.of(
                        "receivable %s × %s left of %s"
                                .formatted(
                                        back.amount().toPlainString(),
                                        amount.toPlainString(),
                                        Shares.sum(held).toPlainString()),
                        Shares.exact(back, held, way),
                        "%s × what is left of it %s ÷ what is left of all %s ="
                                .formatted(
                                        back.abs().amount().toPlainString(),
                                        amount.toPlainString(),
                                        Shares.sum(held).toPlainString()))));
        return terms;
    }

    private Terms terms(Refund.Payment payment) {
        return Terms.of(
                "refund %s payments[%d].amount"
                        .formatted(
                                refund().refund().name(),
                                refund().refund().payments().indexOf(payment)),
                payment.amount().negate(),
                TenderWords.payment(payment));
    }

    private CountedRefund refund() {
        return split.refund();
    }
}
