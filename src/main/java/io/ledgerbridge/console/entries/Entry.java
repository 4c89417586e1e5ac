package io.ledgerbridge.console.entries;

import io.ledgerbridge.books.Journal;
import io.ledgerbridge.books.JournalDraft;
import io.ledgerbridge.ledger.JournalEntry;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A journal as the page shows it.
 *
 * @param journal null of one that is not in the books
 * @param memo lines that are kept in the books alone
 */
public record Entry(@Nullable Journal journal, JournalDraft draft, List<EntryLine> lines, List<EntryLine> memo) {

    public String kind() {
        return draft.kind().label();
    }

    /** How far it is on its way; {@code planned} of one that is not in the books. */
    public String state() {
        return journal == null ? "planned" : journal.state().label();
    }

    public JournalEntry entry() {
        return draft.entry();
    }

    public String currency() {
        return entry().currency().getCurrencyCode();
    }

    public @Nullable String x3Number() {
        return journal == null ? null : journal.x3Number();
    }

    /** Temporary or final, as Sage X3 was last read; null where it wasn't. */
    public @Nullable String x3Status() {
        return journal == null ? null : journal.x3Status();
    }

    /** What Sage X3 last said of it, where it isn't in the ledger. */
    public @Nullable String said() {
        return journal == null || journal.x3Number() != null ? null : journal.detail();
    }

    public BigDecimal debit() {
        return EntryLine.sum(lines.stream().map(EntryLine::debit));
    }

    public BigDecimal credit() {
        return EntryLine.sum(lines.stream().map(EntryLine::credit));
    }

    public BigDecimal signed() {
        return EntryLine.sum(lines.stream().map(EntryLine::signed));
    }

    /** Whether any line names a business partner. */
    public boolean hasPartners() {
        return all().anyMatch(one -> one.line().businessPartner() != null);
    }

    public boolean hasDimensions() {
        return all().anyMatch(one -> !one.line().dimensions().isEmpty());
    }

    private Stream<EntryLine> all() {
        return Stream.concat(lines.stream(), memo.stream());
    }
}
