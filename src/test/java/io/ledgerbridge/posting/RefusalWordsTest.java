package io.ledgerbridge.posting;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.PlainWords;
import io.ledgerbridge.faults.ParkReason;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Why an order parks: amounts with their currency at its scale, whatever figures BigCommerce gives. */
class RefusalWordsTest {

    private static final BigDecimal NOISY = new BigDecimal("10.06000000000000049737991503207013");

    private final PlainWords words = new PlainWords();

    @ParameterizedTest
    @ValueSource(strings = {"USD", "JPY", "KWD", "EUR"})
    void showAmountsAsMoney(String currency) {
        List<Consumer<Shop>> wrongs = List.of(
                shop -> shop.subtotal = NOISY,
                shop -> shop.totalExTax = NOISY,
                shop -> shop.shipping = NOISY,
                shop -> {
                    shop.coupon = new BigDecimal("1.0000000001");
                    shop.totals("7.00000000001", "1.0000");
                },
                shop -> shop.refund(Shop.refund(7, "999.0000", "0", List.of(Shop.units(1, 5)), Shop.card("999"))),
                shop -> shop.refund(Shop.refund(7, "5.0000", "0", List.of(Shop.units(1, 1)), Shop.card("4.12345678"))),
                shop -> shop.refund(Shop.refund(7, "5", "0", List.of(Shop.item("", null, null, null)), Shop.card("5"))),
                shop -> shop.channel = 99L,
                shop -> shop.status = 77,
                shop -> shop.id = 1_234_567_890_123_456_789L);
        wrongs.forEach(wrong -> parked(currency, wrong));
        assertThat(words.programmers()).isEmpty();
    }

    private void parked(String currency, Consumer<Shop> wrong) {
        Shop shop = new Shop().product(1, "2", "5.00", "0").totals("11.00", "1.00");
        shop.currency = currency;
        wrong.accept(shop);
        ParkReason reason = new Bookkeeping(new Settings()).work(shop).reason();
        if (reason != null) {
            words.add(reason.code(), reason.detail());
            words.add(reason.code(), reason.remedy());
            assertThat(reason.detail()).doesNotContainPattern("(?<!%s )\\b\\d+\\.\\d\\d".formatted(currency));
        }
    }

    @Test
    void showWhatAnEarlierOrderRefundsAsMoney() {
        Settings settings = new Settings();
        settings.start = LocalDate.parse("2027-01-01");
        Shop shop = new Shop().product(1, "2", "5.00", "0").totals("11.00", "1.00");
        shop.refund(Shop.refund(7, "5.50000", "0.5", List.of(Shop.units(1, 1)), Shop.card("5.5")));
        settings.start = LocalDate.parse("2026-11-01");
        ParkReason reason = Bookkeeping.parked(new Bookkeeping(settings).work(shop));
        assertThat(reason.detail()).startsWith("refund 7 of USD 5.50, and ");
    }
}
