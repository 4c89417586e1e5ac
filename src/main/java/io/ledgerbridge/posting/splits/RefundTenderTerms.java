package io.ledgerbridge.posting.splits;

import io.ledgerbridge.bigcommerce.Refund;
import io.ledgerbridge.ledger.Money;
import io.ledgerbridge.ledger.Purpose;
import io.ledgerbridge.ledger.Role;
import io.ledgerbridge.posting.amounts.Amounts;
import io.ledgerbridge.posting.amounts.CountedRefund;
import io.ledgerbridge.posting.explained.RefundFigures;
import io.ledgerbridge.posting.explained.Terms;
import io.ledgerbridge.posting.explained.words.Phrase;
import io.ledgerbridge.posting.explained.words.TenderWords;
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
                        words("name.receivable-left", back, amount, held),
                        Shares.exact(back, held, way),
                        words("said.share-left", back.abs(), amount, held))));
        return terms;
    }

    private static Phrase words(String key, Money back, BigDecimal part, Map<Purpose, BigDecimal> held) {
        return Phrase.of(key, back.amount(), part, Shares.sum(held));
    }

    private Terms terms(Refund.Payment payment) {
        return Terms.of(
                new RefundFigures(refund())
                        .named("payments[%d].amount"
                                .formatted(refund().refund().payments().indexOf(payment))),
                payment.amount().negate(),
                TenderWords.payment(payment));
    }

    private CountedRefund refund() {
        return split.refund();
    }
}
