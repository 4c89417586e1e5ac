package io.ledgerbridge.posting.explained;

import io.ledgerbridge.ledger.JournalLine;
import io.ledgerbridge.ledger.Role;
import io.ledgerbridge.posting.explained.words.Phrase;
import io.ledgerbridge.posting.explained.words.PurposeWords;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said of a line of a refund's.
 *
 * @param name of the refund
 */
record RefundWords(String name, Sentences sentences) {

    Phrase of(JournalLine line, Reckoning its) {
        return Phrase.sentences(Phrase.of("line", Sentences.lead(line), sentences.list(its.terms())), why(its));
    }

    private @Nullable Phrase why(Reckoning its) {
        return switch (its.rule()) {
            case REFUND_ITEMS -> Phrase.of("refund.items", name);
            case REFUND_REVENUE -> Phrase.of(isBeside(its) ? "refund.revenue-beside" : "refund.revenue", name);
            case REFUND_DISCOUNT -> Phrase.of("refund.discount", name);
            case REFUND_TAX -> Phrase.of("refund.tax", name);
            case REFUND_PAYMENTS -> Phrase.of("refund.payments", name);
            case REFUND_WITHOUT_PAYMENTS -> Phrase.of("refund.without-payments", name);
            case REFUND_GOODS -> Phrase.of("refund.goods", name);
            case LAST_REFUND -> last(its.terms());
            case PARTLY_DECLINED -> Phrase.of("refund.partly-declined", name);
            case TAX_BY_RATE -> Phrase.of("refund.tax-codes", name);
            case RECORDED_REFUND -> Phrase.of("refund.recorded", name);
            case EARLIER_ORDER -> Phrase.of("refund.earlier-order", name);
            case AFTER_CANCELLATION -> Phrase.of("refund.after-cancellation", name);
            default -> null;
        };
    }

    /** With what it takes beside what is left: tax that isn't given back, and cents. */
    private Phrase last(Terms terms) {
        Terms left = new Terms(
                terms.figures().stream().filter(LastRefundTerms::isLeft).toList());
        if (left.figures().size() == terms.figures().size()) {
            return Phrase.of("refund.last", name);
        }
        Phrase taken = Phrase.of("verbatim", sentences.digits(left.sum()));
        for (Figure figure : terms.figures()) {
            taken = LastRefundTerms.isLeft(figure)
                    ? taken
                    : beside(taken, figure, terms.sum().signum());
        }
        return Phrase.of("refund.last-beside", name, taken);
    }

    private Phrase beside(Phrase taken, Figure figure, int side) {
        return Phrase.of(
                figure.value().signum() == side ? "refund.and" : "refund.less",
                taken,
                sentences.digits(figure.value()),
                figure.said().replacing(PurposeWords.spoken(Role.SALES_TAX), Phrase.of("tax")));
    }

    private boolean isBeside(Reckoning its) {
        return its.terms().figures().stream()
                .anyMatch(figure -> figure.named().equals(Phrase.of("name.refund", name, "total_amount")));
    }
}
