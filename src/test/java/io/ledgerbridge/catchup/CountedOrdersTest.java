package io.ledgerbridge.catchup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerbridge.CpuTime;
import io.ledgerbridge.faults.Fault;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Orders of a list are counted and summed up, whatever the list says. */
class CountedOrdersTest {

    @Test
    void addsUpByCurrencyWhatSeveralPagesList() {
        CountedOrders counted = CountedOrders.NONE
                .with(page(row(250, "158.05", "USD"), row(251, "2.00", "EUR")))
                .with(page(row(252, "1.95", "USD")))
                .with("");

        assertThat(counted.orders()).isEqualTo(3);
        assertThat(counted.totals())
                .containsEntry("USD", new BigDecimal("160.00"))
                .containsEntry("EUR", new BigDecimal("2.00"));
        assertThat(counted.more()).isFalse();
        assertThat(counted.notRead()).isZero();
        assertThat(counted.last()).isEqualTo(252);
    }

    /** The first would be a number of a billion digits once it is added to another. */
    @ParameterizedTest
    @ValueSource(strings = {"1E1000000000", "NaN", "", "a lot"})
    void countsButDoesNotSumATotalThatIsNoAmount(String total) {
        CountedOrders counted = CpuTime.within(
                Duration.ofSeconds(10),
                () -> CountedOrders.NONE.with(page(row(250, total, "USD"), row(251, "2.00", "USD"))));

        assertThat(counted.orders()).isEqualTo(2);
        assertThat(counted.notRead()).isEqualTo(1);
        assertThat(counted.totals()).containsEntry("USD", new BigDecimal("2.00"));
    }

    /** Else the count would begin anew for ever. */
    @Test
    void endsWhereAPageListsTheSameAgain() {
        String page = page(row(250, "1.00", "USD"));

        CountedOrders twice = CountedOrders.NONE.with(page).with(page);

        assertThat(twice.more()).isFalse();
        assertThat(twice.totals()).containsEntry("USD", new BigDecimal("1.00"));
    }

    @Test
    void countsARowOnceThatTwoPagesList() {
        CountedOrders counted = CountedOrders.NONE
                .with(page(row(250, "1.00", "USD"), row(251, "2.00", "USD")))
                .with(page(row(251, "2.00", "USD"), row(252, "4.00", "USD")));

        assertThat(counted.orders()).isEqualTo(3);
        assertThat(counted.totals()).containsEntry("USD", new BigDecimal("7.00"));
        assertThat(counted.more()).isTrue();
    }

    @Test
    void refusesWhatIsNoList() {
        assertThatThrownBy(() -> CountedOrders.NONE.with("{\"id\": 250}")).isInstanceOf(Fault.class);
    }

    private static String page(String... rows) {
        return "[" + String.join(",", rows) + "]";
    }

    private static String row(long id, String total, String currency) {
        return "{\"id\":%d,\"total_inc_tax\":\"%s\",\"default_currency_code\":\"%s\"}".formatted(id, total, currency);
    }
}
