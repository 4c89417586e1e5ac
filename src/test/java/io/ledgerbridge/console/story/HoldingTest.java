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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sentence about an order goes by what BigCommerce says is kept and what the ledger holds. */
class HoldingTest {

    private static final Currency EUR = Currency.getInstance("EUR");

    @ParameterizedTest
    @CsvSource({
        "posted,    11, 158.05, 53.04, 105.01,    0,    0,    equal,           0.00",
        "posted, 11, 158.05, 0.00, 105.01, 0, 0, missing, 53.04",
        "parked, 11, 100.00, 0.00, 105.01, 0, 0, more, 5.01",
        "posted, 5, 158.05, 0.00, 0.00, 0, 0, cancelled, 158.05",
        "posted, 5, 158.05, 53.04, 105.01, -105.01, 0, cancelled, 0.00",
        "parked, 5, 158.05, 53.04, 105.01, 0, 0, not-taken-back, 105.01",
        "parked, 11, 158.05, 53.04, 105.01, -105.01, 0, still-owed, 105.01",
        "posted, 4, 100.00, 18.00, 100.00, 0, -18.00, equal, 0.00",
        "posted, 4, 100.00, 18.00, 82.00, 0, -18.00, missing, 18.00",
        "parked, 5, 100.00, 0.00, 0.00, 0, 100.00, not-taken-back, 100.00",
        "waiting, 11, 158.05, 0.00, 105.01, 0, 0, missing, 53.04",
        "parked, 5, 158.05, 0.00, 158.05, 0, 0, not-taken-back, 158.05",
        "held, 7, 158.05, 0.00, 105.01, 0, 0, held, 53.04",
        "ignored, 11, 158.05, 0.00, 105.01, 0, 0, ignored, 53.04",
        "set-aside, 11, 158.05, 0.00, 105.01, 0, 0, set-aside, 53.04"
    })
    void saysWhetherTheLedgerHoldsWhatIsKept(
            String state,
            int status,
            BigDecimal total,
            BigDecimal refunded,
            String ledger,
            String owed,
            BigDecimal aside,
            String verdict,
            String by) {
        Holding holding = Holding.of(
                state,
                new ShopSays(status, "EUR", total, refunded, aside),
                Instant.EPOCH,
                Stream.of(posted(Role.RECEIVABLE, ledger), posted(Role.REFUNDS_OWED, owed))
                        .flatMap(List::stream)
                        .toList());

        assertThat(holding.verdict()).isEqualTo(verdict);
        assertThat(holding.difference()).isEqualByComparingTo(by);
        assertThat(holding.currency()).isEqualTo("EUR");
    }

    @Test
    void isNotReadRatherThanNothing() {
        Holding unread = Holding.of("posted", null, null, posted(Role.RECEIVABLE, "15.00"));

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
                Stream.of(
                                posted(Role.RECEIVABLE, "10.00"),
                                posted(Role.STORE_CREDIT, "5.00"),
                                posted(Role.GIFT_CERTIFICATES_REDEEMED, "1.00"),
                                posted(Role.REFUNDS_OWED, "100.00"))
                        .flatMap(List::stream)
                        .toList());

        assertThat(holding.ledger()).isEqualByComparingTo("16.00");
    }

    /** None where it is nothing. */
    private static List<Journal> posted(Role role, String amount) {
        Money money = new Money(new BigDecimal(amount).setScale(2), EUR);
        if (money.amount().signum() == 0) {
            return List.of();
        }
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
        return List.of(Journal.counted(
                1, "us", 1, new JournalDraft(JournalKind.ORDER, null, "1", entry, List.of(), null), "N1"));
    }
}
