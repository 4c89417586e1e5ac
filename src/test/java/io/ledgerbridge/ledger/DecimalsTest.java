package io.ledgerbridge.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerbridge.CpuTime;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each of these costs nothing, or the time is up. */
@Timeout(300)
class DecimalsTest {

    @RegisterExtension
    static final CpuTime COST = new CpuTime(Duration.ofSeconds(5));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0.00",
                "12.34",
                "999999999999999",
                "-999999999999999.99999999",
                "1e14",
                "1E-8",
                "7.3900000000",
                "1.500000000000000000000000000000"
            })
    void takesWhatIsWithinTheBounds(String text) {
        assertThat(Decimals.read(text)).isEqualByComparingTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e999999999",
                "-1e400000000",
                "1e-400000000",
                "1e15",
                "1000000000000000",
                "0.000000001",
                "1e2147483647",
                "123456789012345.123456789",
                "53.040000000000006"
            })
    void refusesWhatIsBeyondThemWithoutItsDigits(String text) {
        assertThatThrownBy(() -> Decimals.read(text))
                .isInstanceOf(NumberFormatException.class)
                .hasMessage("has more than 15 digits before the point or 8 behind it");
    }

    @Test
    void looksAtNoTextThatIsLonger() {
        assertThatThrownBy(() -> Decimals.read("0".repeat(10_000_000) + "1")).isInstanceOf(NumberFormatException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0e400000000", "0e-400000000", "0E-99"})
    void takesAnyZeroForZero(String text) {
        assertThat(Decimals.read(text).toPlainString()).isEqualTo("0");
    }

    /** BigCommerce's refunds come as binary fractions. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "53.040000000000006",
                "0.30000000000000004",
                "-53.040000000000006",
                "99999999.099999994",
                "12345678.900000002"
            })
    void takesWhatIsLeftOfBinaryFractionsForNothing(String text) {
        assertThat(Decimals.boundedBinary(new BigDecimal(text))).isEqualTo(new BigDecimal(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.123456789", "1e-400000000", "1e999999999", "5.1234567890001", "1e-20"})
    void takesNothingElseForBinary(String text) {
        assertThatThrownBy(() -> Decimals.boundedBinary(new BigDecimal(text)))
                .isInstanceOf(NumberFormatException.class);
    }
}
