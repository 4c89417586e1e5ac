package io.ledgerbridge.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a spreadsheet would take for a formula, such as in a number that Sage X3 gave. */
class CellTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "\r\n\t =1",
                "\u0000=1",
                " =1",
                "\u00A0=1",
                "\u3000=1",
                "\"=1",
                "'=1",
                "\uFF1D1",
                "\uFF0B1",
                "\uFF0D1",
                "\uFF201"
            })
    void makesATextOfWhatBeginsAsAFormula(String text) {
        assertThat(Cell.of(text)).startsWith("'").doesNotContain("\t", "\r", "\n", "\u0000");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {"VT1;=1+1,VT1;'=1+1", "a|@b,a|'@b", "a; =b,a;' =b"})
    void makesATextAlsoBehindAnotherSeparator(String text, String cell) {
        assertThat(Cell.of(text)).isEqualTo(cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"VT1-0042", "a=b", "1+1", "ops@example.com", "Müller & Söhne", ""})
    void leavesEveryOtherTextAsItIs(String text) {
        assertThat(Cell.of(text)).isEqualTo(text);
    }

    @Test
    void makesNoTextOfNone() {
        assertThat(Cell.of(null)).isNull();
    }
}
