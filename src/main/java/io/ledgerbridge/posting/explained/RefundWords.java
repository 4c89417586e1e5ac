package io.ledgerbridge.posting.explained;

import io.ledgerbridge.ledger.JournalLine;
import java.util.stream.Collectors;

/**
 * What is to be said of a line of a refund's.
 *
 * @param name of the refund
 */
record RefundWords(String name, Sentences sentences) {

    String of(JournalLine line, Reckoning its) {
        return "%s: %s. %s"
                .formatted(Sentences.lead(line), sentences.list(its.terms()), why(its))
                .strip();
    }

    private String why(Reckoning its) {
        return switch (its.rule()) {
            case REFUND_ITEMS -> "This is what the items of refund %s give back, without tax.".formatted(name);
            case REFUND_REVENUE ->
                "These are the goods of refund %s without tax and before their discount%s."
                        .formatted(
                                name, isBeside(its) ? "; what its totals say beside its items is revenue's, too" : "");
            case REFUND_DISCOUNT -> "This is the discount that goes with the goods of refund %s.".formatted(name);
            case REFUND_TAX -> "BigCommerce states it as the tax of refund %s.".formatted(name);
            case REFUND_PAYMENTS -> "This is how refund %s was paid back.".formatted(name);
            case REFUND_WITHOUT_PAYMENTS ->
                "Refund %s names no payment, so it is taken from the order's own ways of paying.".formatted(name);
            case REFUND_GOODS -> "This is the cost of the units that came back with refund %s.".formatted(name);
            case LAST_REFUND ->
                "Refund %s is the last, with which all of the order is given back, so it takes what is left%s."
                        .formatted(name, beside(its));
            case PARTLY_DECLINED -> "A payment of refund %s was declined, and only the others count.".formatted(name);
            case TAX_BY_RATE -> "Refund %s is split by the tax codes of what it gives back.".formatted(name);
            case RECORDED_REFUND ->
                "Refund %s was recorded here by two people, since BigCommerce has none on record.".formatted(name);
            case EARLIER_ORDER ->
                "The order of refund %s is in the manual books, so the refund alone is entered.".formatted(name);
            case AFTER_CANCELLATION ->
                "Refund %s came after its order was cancelled, and moves money alone.".formatted(name);
            default -> "";
        };
    }

    /** What the last one takes beside what is left: tax that isn't given back, and cents. */
    private String beside(Reckoning its) {
        Terms terms = its.terms();
        Terms left = new Terms(
                terms.figures().stream().filter(LastRefundTerms::isLeft).toList());
        if (left.figures().size() == terms.figures().size()) {
            return "";
        }
        int side = terms.sum().signum();
        String more = terms.figures().stream()
                .filter(figure -> !LastRefundTerms.isLeft(figure))
                .map(figure -> ", %s the %s of %s"
                        .formatted(
                                figure.value().signum() == side ? "and" : "less",
                                sentences.digits(figure.value()),
                                figure.said().replace("sales tax", "tax")))
                .collect(Collectors.joining());
        return ", %s%s".formatted(sentences.digits(left.sum()), more);
    }

    private boolean isBeside(Reckoning its) {
        return its.terms().figures().stream()
                .anyMatch(figure -> figure.name().startsWith("refund %s total_amount".formatted(name)));
    }
}
