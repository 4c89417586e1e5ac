package io.ledgerbridge.console.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.books.Journal;
import io.ledgerbridge.books.JournalDraft;
import io.ledgerbridge.books.JournalKind;
import io.ledgerbridge.ledger.JournalEntry;
import io.ledgerbridge.ledger.JournalLine;
import io.ledgerbridge.ledger.Money;
import io.ledgerbridge.ledger.Role;
import io.ledgerbridge.parked.ShopSays;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sentence about an order goes by what BigCommerce says is kept and what the ledger holds. */
class HoldingTest {

    private static final Currency EUR = Currency.getInstance("EUR");

    @ParameterizedTest
    @CsvSource({
        "posted,    11, 158.05, 53.04, 105.01, equal,     0.00",
        "posted,    11, 158.05,  0.00, 105.01, missing,  53.04",
        "parked,    11, 100.00,  0.00, 105.01, more,      5.01",
        "waiting,   11, 158.05,  0.00, 105.01, missing,  53.04",
        "posted,     5, 158.05,  0.00, 105.01, cancelled, 53.04",
        "held,       7, 158.05,  0.00, 105.01, held,     53.04",
        "ignored,   11, 158.05,  0.00, 105.01, ignored,  53.04",
        "set-aside, 11, 158.05,  0.00, 105.01, set-aside, 53.04"
    })
    void saysWhetherTheLedgerHoldsWhatIsKept(
            String state, int status, BigDecimal total, BigDecimal refunded, String ledger, String verdict, String by) {
        Holding holding = Holding.of(
                state,
                new ShopSays(status, "EUR", total, refunded),
                Instant.EPOCH,
                List.of(posted(Role.RECEIVABLE, ledger)));

        assertThat(holding.verdict()).isEqualTo(verdict);
        assertThat(holding.difference()).isEqualByComparingTo(by);
        assertThat(holding.currency()).isEqualTo("EUR");
    }

    @Test
    void isNotReadRatherThanNothing() {
        Holding unread = Holding.of("posted", null, null, List.of(posted(Role.RECEIVABLE, "15.00")));

        assertThat(unread.verdict()).isEqualTo("unread");
        assertThat(unread.currency()).isEqualTo("EUR");
        assertThat(unread.difference()).isNull();
        assertThat(unread.status()).isNull();
        assertThat(Holding.of("waiting", null, null, List.of()).verdict()).isEqualTo("nothing");
    }

    @Test
    void countsEveryWayOfPayingAndNotWhatIsOwed() {
        Holding holding = Holding.of(
                "posted",
                null,
                null,
                List.of(
                        posted(Role.RECEIVABLE, "10.00"),
                        posted(Role.STORE_CREDIT, "5.00"),
                        posted(Role.GIFT_CERTIFICATES_REDEEMED, "1.00"),
                        posted(Role.REFUNDS_OWED, "100.00")));

        assertThat(holding.ledger()).isEqualByComparingTo("16.00");
    }

    private static Journal posted(Role role, String amount) {
        Money money = new Money(new BigDecimal(amount), EUR);
        JournalEntry entry = new JournalEntry(
                "BC1",
                "ODGEN",
                "SAL",
                "FR011",
                LocalDate.EPOCH,
                EUR,
                "Order 1",
                List.of(
                        new JournalLine("411000", role, money, "Order 1", null, Map.of()),
                        new JournalLine("707000", Role.REVENUE, money.negated(), "Order 1", null, Map.of())));
        return Journal.counted(
                1, "us", 1, new JournalDraft(JournalKind.ORDER, null, "1", entry, List.of(), null), "N1");
    }
}
