package io.ledgerbridge.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Amounts as people type or copy them. */
class TypedAmountTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "158.05             | 158.05",
                "158,05             | 158.05",
                "158                | 158",
                "0,5                | 0.5",
                "1,204.50           | 1204.50",
                "1.204,50           | 1204.50",
                "1 204,50           | 1204.50",
                "1\u202f204,50      | 1204.50",
                "1\u00a0204,50 EUR  | 1204.50",
                "1’204.50           | 1204.50",
                "EUR 12.345.678,90  | 12345678.90",
                "12,345,678.9       | 12345678.9",
                "-42.40             | -42.40",
                "\u221242,40        | -42.40",
                "1204567            | 1204567",
                "0.1234             | 0.1234",
            })
    void isReadAsItsWriterMeantIt(String typed, BigDecimal amount) {
        assertThat(TypedAmount.of(typed)).contains(amount);
    }

    @Test
    void mayBeAThousandOrThreeDecimals() {
        assertThat(TypedAmount.readings("1,204")).containsExactly(new BigDecimal("1204"), new BigDecimal("1.204"));
        assertThat(TypedAmount.readings("1.204")).containsExactly(new BigDecimal("1.204"), new BigDecimal("1204"));
        assertThat(TypedAmount.of("1,204")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "BC1004",
                "1,2,3",
                "1,20.50",
                "1.204.50",
                "1,204,50",
                "VTE2611-000123",
                "1 20",
                "1.23456"
            })
    void isNone(String typed) {
        assertThat(TypedAmount.readings(typed)).isEmpty();
    }
}
