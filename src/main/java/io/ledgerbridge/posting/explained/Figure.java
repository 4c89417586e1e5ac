package io.ledgerbridge.posting.explained;

import io.ledgerbridge.posting.explained.words.Phrase;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * One figure of which a line's amount is the sum.
 *
 * @param named BigCommerce's field with its place ({@code products[2].total_ex_tax}), with what it is multiplied by; or the
 *     reference of a journal
 * @param value as it counts in the sum: positive for a debit, negative for a credit; not rounded
 * @param said the same in a sentence, without its amount
 */
public record Figure(Phrase named, BigDecimal value, Phrase said) {

    private static final int DECIMALS = 8;

    Figure shortened() {
        return value.scale() <= DECIMALS
                ? this
                : new Figure(named, value.setScale(DECIMALS, RoundingMode.HALF_UP), said);
    }

    public Figure negated() {
        return new Figure(named, value.negate(), said);
    }

    /** In English. */
    public String name() {
        return named.toString();
    }

    public String name(Locale language) {
        return named.in(language);
    }
}
