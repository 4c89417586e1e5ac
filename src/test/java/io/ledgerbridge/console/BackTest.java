package io.ledgerbridge.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The way back to a list leads to a list of this program alone. */
class BackTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/?month=2026-10",
                "/orders",
                "/orders?store=us&month=2026-10&text=1%2C204&after=LTE",
                "/needs-you?store=us",
                "/needs-you/gave-up?month=all"
            })
    void leadsToAList(String list) {
        assertThat(Back.to(list).address()).isEqualTo(list);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "orders",
                "//example.com",
                "//example.com/orders?month=all",
                "https://example.com/orders",
                "javascript:alert(1)",
                "/\\example.com",
                "/orders?a=\\example.com",
                "/orders\nLocation: x",
                "/orders/us/5",
                "/orders/../logout",
                "/needs-you/a/b",
                "/orders?x=\"><script>",
                "/logout"
            })
    void leadsNowhereElse(String other) {
        assertThat(Back.to(other).address()).isNull();
    }

    @Test
    void isCarriedWholeWithTheStoreAndTheMonth() {
        Chosen chosen = new Chosen("us", YearMonth.of(2026, 10));

        assertThat(Back.to("/orders?store=us&text=1%2C204").order(chosen, "us", 1004))
                .isEqualTo("/orders/us/1004?store=us&month=2026-10&back=%2Forders%3Fstore%3Dus%26text%3D1%252C204");
        assertThat(Back.to("/audit").order(chosen, "eu", 7)).isEqualTo("/orders/eu/7?store=us&month=2026-10");
    }
}
