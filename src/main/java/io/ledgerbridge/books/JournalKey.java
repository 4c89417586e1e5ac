package io.ledgerbridge.books;

import java.time.LocalDate;

/** Where a journal stands in the order of accounting dates: what follows it is the next page. */
public record JournalKey(LocalDate accountingDate, long id) {

    public static JournalKey of(Journal journal) {
        return new JournalKey(journal.entry().accountingDate(), journal.id());
    }
}
