package io.ledgerbridge.posting.explained.words;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.ledger.Purpose;
import io.ledgerbridge.ledger.Role;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

/** How phrases become words. */
class PhraseTest {

    @Test
    void joinsAListAsItsLanguageDoes() {
        Phrase three = list("a", "b", "c");

        assertThat(three).hasToString("a, b and c");
        assertThat(three.in(Locale.GERMAN)).isEqualTo("a, b und c");
        assertThat(three.in(Locale.CANADA_FRENCH)).isEqualTo("a, b et c");
        assertThat(list("a", "b")).hasToString("a and b");
        assertThat(list("a")).hasToString("a");
        assertThat(list()).hasToString("");
    }

    @Test
    void beginsEachSentenceWithACapitalAndNothingElse() {
        Phrase two = Phrase.sentences(sentence("receivable"), null, sentence("écriture"));

        assertThat(Phrase.sentences(two, sentence("é"))).hasToString("Receivable. Écriture. É.");
    }

    @Test
    void namesARoleAsALanguageDoes() {
        Phrase tax = PurposeWords.spoken(Purpose.taxed(Role.SALES_TAX, "FR20"));

        assertThat(tax).hasToString("sales tax FR20");
        assertThat(tax.in(Locale.GERMANY)).isEqualTo("Umsatzsteuer FR20");
        assertThat(tax.in(Locale.FRANCE)).isEqualTo("TVA collectée FR20");
        assertThat(PurposeWords.label(Role.SALES_TAX)).hasToString("sales-tax");
    }

    @Test
    void writesNumbersUngroupedAndInstantsInUtc() {
        Phrase read = Phrase.of("read-at", Instant.parse("2026-10-02T14:01:09Z"));

        assertThat(Phrase.of("row.product", 1234567L)).hasToString("product 1234567");
        assertThat(read).hasToString("Read 2 Oct 14:01:09 UTC.");
        assertThat(read.in(Locale.GERMAN)).isEqualTo("Abgerufen am 2. Okt. 2026 14:01:09 UTC.");
        assertThat(read.in(Locale.FRENCH)).isEqualTo("Lu le 2 oct. 2026 14:01:09 UTC.");
    }

    @Test
    void speaksEnglishWithAStraightApostropheToWhomeverItHasNoTextsFor() {
        Phrase kept = Phrase.of("said.tax-kept", Phrase.verbatim("L’Été"));

        assertThat(kept.in(Locale.JAPANESE)).isEqualTo("L’Été that it doesn't give back");
    }

    /** As on a German machine. */
    @Test
    void readsEnglishWhateverTheMachineSpeaks() {
        Locale machine = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMAN);
            ResourceBundle.clearCache();

            assertThat(PhraseFiles.read(Locale.ENGLISH).words(list("a", "b"))).isEqualTo("a and b");
        } finally {
            Locale.setDefault(machine);
        }
    }

    @Test
    void replacesAPhraseWhereverItStands() {
        Phrase one = Phrase.verbatim("one");
        Phrase held = Phrase.of("held.together", List.of(one, sentence("x")), Phrase.of("in-debit", one));

        assertThat(held.replacing(one, Phrase.verbatim("two"))).hasToString("two and x., two in debit together");
        assertThat(held.mentions("in-debit")).isTrue();
        assertThat(held.mentions("in-credit")).isFalse();
    }

    private static Phrase list(String... each) {
        return Phrase.of("list", List.of(each).stream().map(Phrase::verbatim).toList());
    }

    /** Never rounded: with the decimals that they have. */
    @Test
    void hasAmountsAsItsLanguageWritesThem() {
        Phrase amounts = Phrase.of("and", new BigDecimal("-1234567.50"), new BigDecimal("1E+3"));

        assertThat(amounts).hasToString("-1234567.50 and 1000");
        assertThat(amounts.in(Locale.ENGLISH)).isEqualTo("-1,234,567.50 and 1,000");
        assertThat(amounts.in(Locale.GERMAN)).isEqualTo("-1.234.567,50 und 1.000");
        assertThat(amounts.in(Locale.FRENCH)).isEqualTo("-1\u202f234\u202f567,50 et 1\u202f000");
        assertThat(Phrase.of("verbatim", new BigDecimal("0.12345678")).in(Locale.GERMAN))
                .isEqualTo("0,12345678");
    }

    private static Phrase sentence(String words) {
        return Phrase.of("sentence", words);
    }
}
