package io.ledgerbridge.posting.explained;

import io.ledgerbridge.bigcommerce.Refund;
import io.ledgerbridge.ledger.RefundId;
import io.ledgerbridge.posting.amounts.CountedRefund;
import io.ledgerbridge.posting.explained.words.Phrase;
import io.ledgerbridge.posting.explained.words.TenderWords;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;

/** What a refund says of itself: its totals and payments, as far as it counts. */
public record RefundFigures(CountedRefund refund) {

    public Terms total(int sign) {
        Phrase said = isRecorded() ? Phrase.of("said.its-amount") : Phrase.verbatim("total_amount");
        return Terms.of(totalName(), signed(refund.totalAmount(), sign), said);
    }

    public Phrase totalName() {
        return counted(isRecorded() ? amount() : named("total_amount"));
    }

    public Terms tax(int sign) {
        return Terms.of(
                counted(isRecorded() ? Phrase.of("name.recorded-tax", name()) : named("total_tax")),
                signed(refund.totalTax(), sign),
                isRecorded() ? Phrase.of("said.its-tax") : Phrase.verbatim("total_tax"));
    }

    /** A field of the refund's. */
    public Phrase named(String field) {
        return Phrase.of("name.refund", name(), field);
    }

    /** With how much of it counts, where not all of it does. */
    public Phrase counted(Phrase figure) {
        return refund.isWhole() ? figure : Phrase.of("name.counted", figure, refund.accepted(), refund.all());
    }

    /** Minus those of its payments that were not declined. */
    public Terms payments(Predicate<Refund.Payment> which) {
        List<Refund.Payment> all = refund.refund().payments();
        return Terms.sum(all.stream()
                .filter(payment -> !payment.declined() && which.test(payment))
                .map(payment -> Terms.of(
                        isRecorded() ? amount() : named("payments[%d].amount".formatted(all.indexOf(payment))),
                        payment.amount().negate(),
                        TenderWords.payment(payment))));
    }

    private static BigDecimal signed(BigDecimal amount, int sign) {
        return sign < 0 ? amount.negate() : amount;
    }

    private Phrase amount() {
        return Phrase.of("name.recorded-amount", name());
    }

    private boolean isRecorded() {
        return RefundId.isRecorded(refund.id());
    }

    String name() {
        return refund.refund().name();
    }
}
