package io.ledgerbridge.posting.explained;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.ledger.Money;
import io.ledgerbridge.posting.explained.words.Phrase;
import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;

/** Rounding explains half a smallest unit for each amount that is rounded by itself, and no more. */
class TermsTest {

    @Test
    void callsHalfAUnitForEachPartRounding() {
        assertThat(closed("10.02", 4).figures()).hasSize(2);
        assertThat(closed("10.01", 2).figures()).extracting(Figure::name).containsExactly("figure", "rounding");
    }

    @Test
    void callsNothingMoreRounding() {
        assertThat(closed("10.02", 3).figures()).extracting(Figure::name).containsExactly("figure");
        assertThat(closed("10.01", 1).figures()).extracting(Figure::name).containsExactly("figure");
    }

    private static Terms closed(String amount, int parts) {
        Money whole = Money.rounded(new BigDecimal(amount), Currency.getInstance("USD"));
        return Terms.of("figure", new BigDecimal("10.00"), Phrase.verbatim("figure"))
                .closing(whole, parts, Phrase.verbatim("cents"));
    }
}
