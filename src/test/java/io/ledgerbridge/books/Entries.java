package io.ledgerbridge.books;

import io.ledgerbridge.ledger.JournalEntry;
import io.ledgerbridge.ledger.JournalLine;
import io.ledgerbridge.ledger.Money;
import io.ledgerbridge.ledger.Role;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/** Drafts of journals. */
public final class Entries {

    private Entries() {}

    public static JournalDraft draft(String reference, String currency, String amount) {
        return draft(reference, currency, amount, "1", LocalDate.parse("2026-11-03"));
    }

    public static JournalDraft draft(String reference, String currency, String amount, String channel, LocalDate date) {
        Currency unit = Currency.getInstance(currency);
        JournalEntry entry = new JournalEntry(
                reference,
                "ODGEN",
                "SAL",
                "FR011",
                date,
                unit,
                "Order 250",
                List.of(
                        line("411000", Role.RECEIVABLE, unit, new BigDecimal(amount)),
                        line("707000", Role.REVENUE, unit, new BigDecimal(amount).negate())));
        return new JournalDraft(JournalKind.ORDER, null, channel, entry, List.of(), null);
    }

    /** The same, of another channel. */
    static JournalDraft in(String channel, JournalDraft draft) {
        return new JournalDraft(draft.kind(), draft.refund(), channel, draft.entry(), draft.memo(), draft.event());
    }

    /** The same, with a cost of goods that stays in the books. */
    static JournalDraft withMemo(JournalDraft draft, String cost) {
        Currency unit = draft.entry().currency();
        return new JournalDraft(
                draft.kind(),
                7L,
                draft.channel(),
                draft.entry(),
                List.of(
                        line("607000", Role.COST_OF_GOODS, unit, new BigDecimal(cost)),
                        line("370000", Role.INVENTORY, unit, new BigDecimal(cost).negate())),
                12L);
    }

    private static JournalLine line(String account, Role role, Currency currency, BigDecimal amount) {
        return new JournalLine(
                account,
                role,
                Money.exactly(amount, currency),
                "Größe “L” – " + role.label(),
                role == Role.RECEIVABLE ? "WEB01" : null,
                Map.of("CCE1", "WEB", "CCE2", "a \"quoted\" value"));
    }
}
