package io.ledgerbridge.posting.explained;

import io.ledgerbridge.bigcommerce.Refund;
import io.ledgerbridge.ledger.RefundId;
import io.ledgerbridge.posting.amounts.CountedRefund;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;

/** What a refund says of itself: its totals and payments, as far as it counts. */
public record RefundFigures(CountedRefund refund) {

    public Terms total(int sign) {
        return Terms.of(totalName(), signed(refund.totalAmount(), sign), isRecorded() ? "its amount" : "total_amount");
    }

    public String totalName() {
        return "refund %s %s%s".formatted(name(), isRecorded() ? "amount" : "total_amount", refund.howMuchCounts());
    }

    public Terms tax(int sign) {
        return Terms.of(
                "refund %s %s%s".formatted(name(), isRecorded() ? "tax" : "total_tax", refund.howMuchCounts()),
                signed(refund.totalTax(), sign),
                isRecorded() ? "its tax" : "total_tax");
    }

    /** Minus those of its payments that were not declined. */
    public Terms payments(Predicate<Refund.Payment> which) {
        List<Refund.Payment> all = refund.refund().payments();
        return Terms.sum(all.stream()
                .filter(payment -> !payment.declined() && which.test(payment))
                .map(payment -> Terms.of(
                        isRecorded()
                                ? "refund %s amount".formatted(name())
                                : "refund %s payments[%d].amount".formatted(name(), all.indexOf(payment)),
                        payment.amount().negate(),
                        TenderWords.payment(payment))));
    }

    private static BigDecimal signed(BigDecimal amount, int sign) {
        return sign < 0 ? amount.negate() : amount;
    }

    private boolean isRecorded() {
        return RefundId.isRecorded(refund.id());
    }

    String name() {
        return refund.refund().name();
    }
}
