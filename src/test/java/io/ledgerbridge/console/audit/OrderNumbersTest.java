package io.ledgerbridge.console.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken out for good is taken from no order that nobody meant. */
class OrderNumbersTest {

    @ParameterizedTest
    @ValueSource(strings = {"1004 1005", "1004, 1005", "1004;1005", " 1004\n1005 ", "1004,\r\n1005,", "1005 1004 1005"})
    void areSetApart(String text) {
        assertThat(OrderNumbers.of(text).wrong()).isEmpty();
        assertThat(OrderNumbers.of(text).all()).containsExactlyInAnyOrder(1004L, 1005L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,004           | 1,004",
                "1004 1.005      | 1.005",
                "BC1004-R7       | BC1004-R7",
                "VTE2611-000123  | VTE2611-000123",
                "0               | 0",
                "-5              | -5",
                "1234567890123456789 | 1234567890123456789",
                "1004,1005       | 1004,1005"
            })
    void areNotGuessed(String text, @Nullable String wrong) {
        assertThat(OrderNumbers.of(text).wrong()).contains(String.valueOf(wrong));
    }

    @Test
    void areSoManyAtTheMost() {
        String most = IntStream.rangeClosed(1, 200).mapToObj(String::valueOf).collect(Collectors.joining(" "));

        assertThat(OrderNumbers.of(most).isMoreThan(200)).isFalse();
        assertThat(OrderNumbers.of(most + " 201").isMoreThan(200)).isTrue();
        assertThat(OrderNumbers.of("").all()).isEmpty();
    }
}
