package io.ledgerbridge.console.entries;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.books.JournalDraft;
import io.ledgerbridge.books.JournalKind;
import io.ledgerbridge.ledger.JournalEntry;
import io.ledgerbridge.ledger.JournalLine;
import io.ledgerbridge.ledger.Money;
import io.ledgerbridge.ledger.Role;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is in the ledger and what would be posted add up by purpose and by account, each currency by itself. */
class BalanceTest {

    @Test
    void addsUpByPurposeInTheOrderOfRoles() {
        assertThat(Balance.byPurpose(List.of(sale("EUR", "100.00")), List.of(sale("EUR", "-30.00"))))
                .extracting(one -> one.role() + " " + one.before() + " " + one.change() + " " + one.after())
                .containsExactly("receivable 100.00 -30.00 70.00", "revenue -100.00 30.00 -70.00");
    }

    @Test
    void addsUpByAccountWhatOnlyOneSideHas() {
        assertThat(Balance.byAccount(List.of(), List.of(sale("EUR", "5.00"))))
                .extracting(one -> one.of() + " " + one.before() + " " + one.change())
                .containsExactly("411000 0 5.00", "707000 0 -5.00");
        assertThat(Balance.byAccount(List.of(sale("EUR", "5.00")), List.of()))
                .extracting(Balance::change)
                .containsOnly(BigDecimal.ZERO);
    }

    @Test
    void keepsCurrenciesApart() {
        assertThat(Balance.byAccount(List.of(sale("EUR", "5.00")), List.of(sale("USD", "7.00"))))
                .extracting(one -> one.currency() + " " + one.of() + " " + one.after())
                .containsExactly("EUR 411000 5.00", "EUR 707000 -5.00", "USD 411000 7.00", "USD 707000 -7.00");
    }

    private static JournalDraft sale(String code, String amount) {
        Currency currency = Currency.getInstance(code);
        Money money = new Money(new BigDecimal(amount), currency);
        JournalEntry entry = new JournalEntry(
                "BC1",
                "ODGEN",
                "SAL",
                "FR011",
                LocalDate.EPOCH,
                currency,
                "Order 1",
                List.of(
                        new JournalLine("411000", Role.RECEIVABLE, money, "Order 1", null, Map.of()),
                        new JournalLine("707000", Role.REVENUE, money.negated(), "Order 1", null, Map.of())));
        return new JournalDraft(JournalKind.ORDER, null, "1", entry, List.of(), null);
    }
}
