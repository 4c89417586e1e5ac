package io.ledgerbridge.posting.explained;

import io.ledgerbridge.ledger.JournalLine;
import io.ledgerbridge.ledger.Money;
import io.ledgerbridge.ledger.SidedAmount;
import io.ledgerbridge.posting.explained.words.Phrase;
import io.ledgerbridge.posting.explained.words.PurposeWords;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/** Amounts and figures as sentences have them: never with a sign, and in the currency's decimals at least. */
record Sentences(Currency currency) {

    /** So many figures are listed one by one. */
    private static final int MOST = 5;

    /** {@code revenue FR20 100.00, credit} */
    static Phrase lead(JournalLine line) {
        Money amount = line.amount();
        return lead(line, amount.abs(), amount.signum());
    }

    /** With a sign, where it is written on its account's other side. */
    static Phrase lead(JournalLine line, SidedAmount sided) {
        return lead(line, sided.amount(), sided.sign());
    }

    private static Phrase lead(JournalLine line, Money amount, int sign) {
        return Phrase.of(sign < 0 ? "lead.credit" : "lead.debit", PurposeWords.spoken(line.purpose()), amount.amount());
    }

    /** {@code total_inc_tax 158.05 less gift_certificate_amount 25.00 and store_credit_amount 10.00}. */
    Phrase list(Terms terms) {
        int side = terms.sum().signum() < 0 ? -1 : 1;
        List<Figure> less = side(terms, -side);
        Phrase added = Phrase.of("list", list(side(terms, side)));
        return less.isEmpty() ? added : Phrase.of("less", added, list(less));
    }

    private static List<Figure> side(Terms terms, int sign) {
        return terms.figures().stream()
                .filter(figure -> figure.value().signum() == sign)
                .toList();
    }

    private List<Phrase> list(List<Figure> figures) {
        int shown = figures.size() > MOST + 1 ? MOST : figures.size();
        List<Phrase> each = new ArrayList<>();
        figures.subList(0, shown)
                .forEach(figure -> each.add(Phrase.of("figure", figure.said(), digits(figure.value()))));
        if (shown < figures.size()) {
            Terms rest = new Terms(figures.subList(shown, figures.size()));
            each.add(Phrase.of("figures-more", figures.size() - shown, digits(rest.sum())));
        }
        return each;
    }

    BigDecimal digits(BigDecimal amount) {
        return signed(amount.abs());
    }

    /** With its sign. */
    BigDecimal signed(BigDecimal amount) {
        return new BigDecimal(Money.digits(amount, currency.getCurrencyCode()));
    }

    /** With its side, but for nothing. */
    Phrase sided(BigDecimal amount) {
        BigDecimal digits = digits(amount);
        return switch (amount.signum()) {
            case 0 -> Phrase.of("verbatim", digits);
            case 1 -> Phrase.of("in-debit", digits);
            default -> Phrase.of("in-credit", digits);
        };
    }
}
