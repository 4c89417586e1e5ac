package io.ledgerbridge.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    private static final Currency USD = Currency.getInstance("USD");

    @ParameterizedTest
    @CsvSource({
        "62.6793, USD, 62.68",
        "0.005, USD, 0.01",
        "-0.005, USD, -0.01",
        "0.0049, USD, 0.00",
        "1980.5, JPY, 1981",
        "1980.0000, JPY, 1980",
        "1.2345, KWD, 1.235"
    })
    void roundsHalfUpToTheCurrencysScale(BigDecimal amount, String currency, String rounded) {
        assertThat(Money.rounded(amount, Currency.getInstance(currency)).amount())
                .isEqualTo(new BigDecimal(rounded));
    }

    @ParameterizedTest
    @CsvSource({
        "158.05, USD, USD 158.05",
        "158.0500000000, USD, USD 158.05",
        "158.5, USD, USD 158.50",
        "62.6793, USD, USD 62.6793",
        "53.040000000000006, USD, USD 53.04",
        "1980.00, JPY, JPY 1980",
        "1E3, JPY, JPY 1000",
        "0, KWD, KWD 0.000",
        "-0.10, XYZ, XYZ -0.10"
    })
    void showsAFigureAsItWasGiven(BigDecimal figure, String currency, String shown) {
        assertThat(Money.shown(figure, currency)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"USD, 0.05", "JPY, 5", "KWD, 0.005"})
    void countsSmallestUnits(String currency, String five) {
        assertThat(Money.smallestUnits(5, Currency.getInstance(currency)).amount())
                .isEqualTo(new BigDecimal(five));
    }

    @Test
    void refusesAScaleThatItsCurrencyDoesNotHave() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Money(new BigDecimal("1.5"), USD))
                .withMessageContaining("USD has 2 decimals");
    }

    @Test
    void refusesToLoseDecimals() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Money.exactly(new BigDecimal("1.005"), USD));
        assertThat(Money.exactly(new BigDecimal("1.5000"), USD).amount()).isEqualTo(new BigDecimal("1.50"));
    }

    @Test
    void refusesToAddAnotherCurrency() {
        Money yen = Money.smallestUnits(1, Currency.getInstance("JPY"));
        assertThatIllegalArgumentException().isThrownBy(() -> yen.plus(Money.smallestUnits(1, USD)));
    }

    @Test
    void addsSubtractsAndNegates() {
        Money seven = Money.smallestUnits(7, USD);
        Money five = Money.smallestUnits(5, USD);
        assertThat(seven.minus(five)).hasToString("USD 0.02");
        assertThat(five.minus(seven).abs()).hasToString("USD 0.02");
        assertThat(five.negated().signum()).isEqualTo(-1);
        assertThat(five.minus(five).isZero()).isTrue();
        assertThat(five.isZero()).isFalse();
    }
}
