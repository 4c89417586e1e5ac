package io.ledgerbridge.posting.explained;

import io.ledgerbridge.ledger.JournalLine;
import io.ledgerbridge.ledger.Money;
import io.ledgerbridge.ledger.Purpose;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/** Amounts and figures as sentences have them: never with a sign, and in the currency's decimals at least. */
record Sentences(Currency currency) {

    /** So many figures are listed one by one. */
    private static final int MOST = 5;

    /** {@code Revenue FR20 100.00, credit}. */
    static String lead(JournalLine line) {
        return "%s %s, %s"
                .formatted(
                        capital(spoken(line.purpose())),
                        line.amount().abs().amount().toPlainString(),
                        line.amount().signum() < 0 ? "credit" : "debit");
    }

    /** The same within a sentence. */
    static String inner(JournalLine line) {
        String lead = lead(line);
        return lead.substring(0, 1).toLowerCase(Locale.ROOT) + lead.substring(1);
    }

    static String spoken(Purpose purpose) {
        String role = purpose.role().label().replace('-', ' ');
        String more = purpose.tender() == null ? purpose.taxCode() : purpose.tender();
        return more == null ? role : role + " " + more;
    }

    static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** {@code total_inc_tax 158.05 less gift_certificate_amount 25.00 and store_credit_amount 10.00}. */
    String list(Terms terms) {
        int side = terms.sum().signum() < 0 ? -1 : 1;
        List<Figure> more = side(terms, side);
        List<Figure> less = side(terms, -side);
        String added = list(more);
        return less.isEmpty() ? added : (added + " less " + list(less)).strip();
    }

    private static List<Figure> side(Terms terms, int sign) {
        return terms.figures().stream()
                .filter(figure -> figure.value().signum() == sign)
                .toList();
    }

    private String list(List<Figure> figures) {
        int shown = figures.size() > MOST + 1 ? MOST : figures.size();
        List<String> each = new ArrayList<>();
        figures.subList(0, shown).forEach(figure -> each.add(figure.said() + " " + digits(figure.value())));
        if (shown < figures.size()) {
            Terms rest = new Terms(figures.subList(shown, figures.size()));
            each.add("%d more, %s together".formatted(figures.size() - shown, digits(rest.sum())));
        }
        return and(each);
    }

    static String and(List<String> each) {
        return each.size() < 2
                ? String.join("", each)
                : String.join(", ", each.subList(0, each.size() - 1)) + " and " + each.get(each.size() - 1);
    }

    static String plain(BigDecimal quantity) {
        return quantity.signum() == 0 ? "0" : quantity.stripTrailingZeros().toPlainString();
    }

    String digits(BigDecimal amount) {
        return Money.digits(amount.abs(), currency.getCurrencyCode());
    }

    /** With its sign. */
    String signed(BigDecimal amount) {
        return Money.digits(amount, currency.getCurrencyCode());
    }

    /** With its side, but for nothing. */
    String sided(BigDecimal amount) {
        return digits(amount) + (amount.signum() == 0 ? "" : amount.signum() < 0 ? " in credit" : " in debit");
    }
}
