package io.ledgerbridge.posting.explained;

import io.ledgerbridge.ledger.Money;
import io.ledgerbridge.posting.explained.words.Phrase;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The figures of which an amount is the sum. One of zero is left out. */
public record Terms(List<Figure> figures) {

    public static final Terms NONE = new Terms(List.of());

    public Terms {
        figures =
                figures.stream().filter(figure -> figure.value().signum() != 0).toList();
    }

    public static Terms of(Phrase name, BigDecimal value, Phrase said) {
        return new Terms(List.of(new Figure(name, value, said)));
    }

    /** Of one of BigCommerce's fields. */
    public static Terms of(String name, BigDecimal value, Phrase said) {
        return of(Phrase.verbatim(name), value, said);
    }

    public static Terms sum(Stream<Terms> terms) {
        return new Terms(terms.flatMap(each -> each.figures().stream()).toList());
    }

    public Terms plus(Phrase name, BigDecimal value, Phrase said) {
        return plus(of(name, value, said));
    }

    public Terms plus(Terms more) {
        return sum(Stream.of(this, more));
    }

    public Terms negated() {
        return new Terms(figures.stream().map(Figure::negated).toList());
    }

    public BigDecimal sum() {
        return figures.stream().map(Figure::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public boolean isNone() {
        return figures.isEmpty();
    }

    /** With no more decimals than tell the same amount: a proportion has no end of them. */
    Terms shortened(Money amount) {
        Terms shorter = new Terms(figures.stream().map(Figure::shortened).toList());
        boolean isSame =
                Money.rounded(shorter.sum(), amount.currency()).equals(Money.rounded(sum(), amount.currency()));
        return isSame ? shorter : this;
    }

    /**
     * With a figure for what rounding leaves them short of an amount, where their sum, rounded once, is another one. More
     * than half a smallest unit for each part is no rounding, and gets none.
     *
     * @param parts how many were rounded by themselves
     * @param said how it was rounded
     */
    public Terms closing(Money amount, int parts, Phrase said) {
        if (Money.rounded(sum(), amount.currency()).equals(amount)) {
            return this;
        }
        BigDecimal missing = amount.amount().subtract(sum());
        BigDecimal most = Money.smallestUnits(parts, amount.currency()).amount();
        if (missing.abs().multiply(BigDecimal.valueOf(2)).compareTo(most) > 0) {
            return this;
        }
        List<Figure> all = new ArrayList<>(figures);
        all.add(new Figure(Phrase.of("name.rounding"), missing, said));
        return new Terms(all);
    }
}
