package io.ledgerbridge.books;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.books.origin.JournalOrigin;
import io.ledgerbridge.books.origin.PlanOrigin;
import io.ledgerbridge.ledger.JournalEntry;
import io.ledgerbridge.ledger.JournalLine;
import io.ledgerbridge.ledger.Money;
import io.ledgerbridge.ledger.Role;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each line names the version of the mapping whose account it stands on. */
class PlanOriginTest {

    private static final Currency USD = Currency.getInstance("USD");

    private final PlanOrigin today =
            origin(journal(1, 1, line("411000", Role.RECEIVABLE, "100.00"), line("707000", Role.REVENUE, "-100.00")));

    @Test
    void isTodaysOfAFirstEntry() {
        assertThat(today.of(draft(
                                JournalKind.ORDER,
                                line("411000", Role.RECEIVABLE, "5.00"),
                                line("707000", Role.REVENUE, "-5.00")))
                        .lines())
                .containsExactly(3, 3);
    }

    @Test
    void isThatOfTheLineWhichIsTakenBack() {
        assertThat(today.of(draft(
                                JournalKind.REFUND,
                                line("707000", Role.REVENUE, "40.00"),
                                line("419200", Role.STORE_CREDIT, "-40.00")))
                        .lines())
                .as("store credit is on today's, since nothing was posted to it")
                .containsExactly(1, 3);
        assertThat(today.of(draft(
                                JournalKind.REVERSAL,
                                line("707000", Role.REVENUE, "100.00"),
                                line("411000", Role.RECEIVABLE, "-100.00")))
                        .lines())
                .containsExactly(1, 1);
    }

    /** As where it moves to its way of paying; another role of today's mapping has today's account, also where it ends. */
    @Test
    void isTodaysOfAnAdjustmentButForAReceivableThatEnds() {
        assertThat(today.of(draft(
                                JournalKind.ADJUSTMENT,
                                line("411000", Role.RECEIVABLE, "-100.00"),
                                line("707000", Role.REVENUE, "100.00")))
                        .lines())
                .containsExactly(1, 3);
        assertThat(today.of(draft(
                                JournalKind.ADJUSTMENT,
                                line("411000", Role.RECEIVABLE, "5.00"),
                                line("707000", Role.REVENUE, "-5.00")))
                        .lines())
                .containsExactly(3, 3);
    }

    /** Accounts are taken from the order's first entry. */
    @Test
    void isTheFirstWhereSeveralJournalsAreOnTheAccount() {
        PlanOrigin moved = origin(
                journal(1, 1, line("411000", Role.RECEIVABLE, "1.00"), line("707000", Role.REVENUE, "-1.00")),
                journal(2, 2, line("411000", Role.RECEIVABLE, "1.00"), line("707100", Role.REVENUE, "-1.00")));
        assertThat(moved.of(draft(
                                JournalKind.REFUND,
                                line("707100", Role.REVENUE, "2.00"),
                                line("411000", Role.RECEIVABLE, "-2.00")))
                        .lines())
                .containsExactly(2, 1);
    }

    /** Channel 2 has the same accounts, in its own version. */
    @Test
    void isThatOfTheJournalsOwnChannel() {
        PlanOrigin both = new PlanOrigin("0".repeat(64), "1".repeat(64), Map.of("1", 3, "2", 7), today.present());
        JournalDraft refund = Entries.in(
                "2",
                draft(
                        JournalKind.REFUND,
                        line("707000", Role.REVENUE, "40.00"),
                        line("411000", Role.RECEIVABLE, "-40.00")));
        assertThat(both.of(refund).mapping()).isEqualTo(7);
        assertThat(both.of(refund).lines()).containsExactly(7, 7);
    }

    private static PlanOrigin origin(Journal... present) {
        return new PlanOrigin("0".repeat(64), "1".repeat(64), Map.of("1", 3), List.of(present));
    }

    private static Journal journal(long id, int mapping, JournalLine... lines) {
        Journal counted = Journal.counted(id, "us", 250, draft(JournalKind.ORDER, lines), "N" + id);
        return new Journal(
                id,
                "us",
                "",
                250,
                1,
                JournalState.POSTED,
                counted.draft(),
                0,
                null,
                null,
                null,
                "N" + id,
                null,
                counted.createdAt(),
                counted.postedAt(),
                null,
                null,
                new JournalOrigin(
                        "0".repeat(64),
                        mapping,
                        "{}",
                        Arrays.stream(lines).map(line -> mapping).toList()));
    }

    private static JournalDraft draft(JournalKind kind, JournalLine... lines) {
        JournalEntry entry = new JournalEntry(
                "BC250", "ODGEN", "SAL", "FR011", LocalDate.parse("2026-11-03"), USD, "Order 250", List.of(lines));
        return new JournalDraft(kind, null, "1", entry, List.of(), null);
    }

    private static JournalLine line(String account, Role role, String amount) {
        return new JournalLine(account, role, Money.exactly(new BigDecimal(amount), USD), "Order 250", null, Map.of());
    }
}
