package io.ledgerbridge.books.lists;

import io.ledgerbridge.books.Journal;
import java.time.LocalDate;

/** Where a journal stands in the order of accounting dates: what follows it is the next page. */
public record JournalCursor(LocalDate accountingDate, long id) {

    public static JournalCursor of(Journal journal) {
        return new JournalCursor(journal.entry().accountingDate(), journal.id());
    }
}
