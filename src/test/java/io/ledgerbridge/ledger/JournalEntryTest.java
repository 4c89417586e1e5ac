package io.ledgerbridge.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class JournalEntryTest {

    @Test
    void takesAnEntryWhoseSidesAgree() {
        assertThat(entry("BC250", "USD", line("10.00"), line("-10.00")).lines()).hasSize(2);
    }

    @Test
    void refusesAnEntryWhoseSidesDiffer() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> entry("BC250", "USD", line("10.00"), line("-9.99")))
                .withMessageContaining("differ by 0.01");
    }

    @Test
    void refusesALineOfAnotherCurrency() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> entry("BC250", "EUR", line("10.00"), line("-10.00")))
                .withMessageContaining("is in EUR");
    }

    @Test
    void refusesAnEntryOfOneLine() {
        assertThatIllegalArgumentException().isThrownBy(() -> entry("BC250", "USD", line("10.00")));
    }

    @ParameterizedTest
    @CsvSource({"''", "' '", "BC2501234567890123456"})
    void refusesAReferenceThatSageX3CannotHold(String reference) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> entry(reference, "USD", line("10.00"), line("-10.00")))
                .withMessageContaining("1 to 20 characters");
    }

    @Test
    void takesAReferenceOfTwentyCharacters() {
        assertThat(entry("BC250123456789012345", "USD", line("10.00"), line("-10.00"))
                        .reference())
                .hasSize(20);
    }

    @Test
    void refusesALineOfZeroOrWithoutAnAccount() {
        assertThatIllegalArgumentException().isThrownBy(() -> line("0.00"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new JournalLine(" ", Role.REVENUE, money("1.00"), "", null, Map.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "RECEIVABLE, 5.00, KEEP, 1, 5.00",
        "RECEIVABLE, -5.00, KEEP, 1, -5.00",
        "RECEIVABLE, -5.00, SWAP_SIDES, -1, 5.00",
        "REVENUE, -5.00, KEEP, -1, 5.00",
        "REVENUE, 5.00, KEEP, -1, -5.00",
        "REVENUE, 5.00, SWAP_SIDES, 1, 5.00",
        "ROUNDING, 0.01, KEEP, 1, 0.01",
        "ROUNDING, -0.01, KEEP, -1, 0.01",
        "ROUNDING, -0.01, SWAP_SIDES, -1, 0.01"
    })
    void writesAnAmountOnItsSide(Role role, String amount, NegativeAmounts negative, int sign, String written) {
        JournalLine line = new JournalLine("1", role, money(amount), "", null, Map.of());
        assertThat(SidedAmount.of(line, negative)).isEqualTo(new SidedAmount(sign, money(written)));
    }

    @ParameterizedTest
    @EnumSource
    void spellsEachRoleSoThatItIsFoundAgain(Role role) {
        assertThat(role.label()).matches("[a-z-]+");
        assertThat(Role.ofLabel(role.label())).isEqualTo(role);
    }

    private static JournalEntry entry(String reference, String currency, JournalLine... lines) {
        return new JournalEntry(
                reference,
                "ODGEN",
                "SAL",
                "FR011",
                LocalDate.parse("2026-11-01"),
                Currency.getInstance(currency),
                "",
                List.of(lines));
    }

    private static JournalLine line(String amount) {
        return new JournalLine("411000", Role.RECEIVABLE, money(amount), "", null, Map.of());
    }

    private static Money money(String amount) {
        return Money.exactly(new BigDecimal(amount), Currency.getInstance("USD"));
    }
}
