package io.ledgerbridge.sagex3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnsweredEntryTest {

    @ParameterizedTest
    @ValueSource(strings = {"2026-10-31", "20261031", "2026-10-31T00:00:00Z", "20261031T120000", " 2026-10-31 "})
    void takesADayInEitherFormAndPassesOverATime(String date) {
        assertThat(entry(date, "\"amount\": 1, \"sign\": 1").found(1).accountingDate())
                .isEqualTo(LocalDate.of(2026, 10, 31));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"amount\": 11.50, \"sign\": -1              | -11.5",
                "\"amount\": \"-11.50\", \"sign\": \"1\"      | -11.5",
                "\"debit\": \"11.50\", \"credit\": \"\"       | 11.5",
                "\"credit\": 11.5                           | -11.5",
                "\"debit\": -3, \"credit\": 0               | -3",
                "\"debit\": \"\"                            | 0"
            })
    void takesAmountsWithASignOrASideOfTheirOwn(String line, String signed) {
        assertThat(entry("2026-10-31", line).found(1).sums().get("411000")).isEqualByComparingTo(signed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "31/10/2026 | \"amount\": 1, \"sign\": 1     | the date '31/10/2026'",
                "2026-10-31 | \"amount\": 1                  | a line of sign ''",
                "2026-10-31 | \"amount\": 1, \"sign\": 2     | a line of sign '2'",
                "2026-10-31 | \"debit\": \"1,00\"            | the debit '1,00'",
                "2026-10-31 | \"role\": 1                    | no amount, debit or credit of a line",
            })
    void saysWhatCanNotBeRead(String date, String line, String words) {
        assertThatThrownBy(() -> entry(date, line).found(1)).hasMessageContaining(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | \"ledger\": 1     | 3",
                "2 | \"ledger\": \"2\" | 3",
                "7 | \"role\": 1       | 3",
            })
    void countsTheLinesOfOneLedgerAndThoseOfNone(int ledger, String its, String sum) {
        String line = "\"debit\": 3, " + its;

        assertThat(entry("2026-10-31", line).found(ledger).sums().get("411000")).isEqualByComparingTo(sum);
    }

    @Test
    void readsNothingOfTheOtherLedgersLines() {
        String line =
                "\"debit\": 3, \"ledger\": 1}, {\"ledger\": 2}, {\"account\": \"9\", \"debit\": \"x\", \"ledger\": 3";

        assertThat(entry("2026-10-31", line).found(1).sums()).hasSize(1).containsKey("411000");
    }

    @Test
    void tellsAnEntryOfOtherLedgersFromAnEmptyOne() {
        assertThatThrownBy(
                        () -> entry("2026-10-31", "\"debit\": 3, \"ledger\": 2").found(1))
                .hasMessageContaining("no line of ledger 1, but of 2: sage-x3.ledger says which counts");
    }

    @ParameterizedTest
    @CsvSource({"1, temporary", "2, final", "final, final", "Temporary, temporary", "3, ", "'', "})
    void knowsAStatusAsANumberAndAsAWord(String shown, @Nullable String status) {
        assertThat(entry("2026-10-31", "\"debit\": 3}], \"status\": \"%s\", \"more\": [{\"x\": 1".formatted(shown))
                        .status())
                .isEqualTo(status);
    }

    private static AnsweredEntry entry(String date, String line) {
        return new AnsweredEntry(X3Json.object("""
                {"number": "N1", "date": "%s", "currency": "USD", "lines": [{"account": "411000", %s}]}""".formatted(date, line)).orElseThrow());
    }
}
