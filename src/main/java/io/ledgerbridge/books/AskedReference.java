package io.ledgerbridge.books;

import io.ledgerbridge.books.origin.JournalOrigin;
import io.ledgerbridge.ledger.JournalEntry;
import java.util.List;

/** A reference that Sage X3 is asked for, as a journal that is in no books. */
final class AskedReference {

    /** No journal of the books has it. */
    private static final long ID = 0;

    private AskedReference() {}

    static boolean is(Journal journal) {
        return journal.id() == ID;
    }

    /** @param like another journal of the order, of which it takes the rest */
    static Journal like(Journal like, String folder, String reference) {
        JournalDraft draft =
                new JournalDraft(like.kind(), null, like.channel(), under(reference, like.entry()), List.of(), null);
        return new Journal(
                ID,
                like.store(),
                folder,
                like.order(),
                1,
                JournalState.PLANNED,
                draft,
                0,
                null,
                null,
                null,
                null,
                null,
                like.createdAt(),
                null,
                null,
                null,
                JournalOrigin.UNKNOWN);
    }

    private static JournalEntry under(String reference, JournalEntry entry) {
        return new JournalEntry(
                reference,
                entry.entryType(),
                entry.journalCode(),
                entry.site(),
                entry.accountingDate(),
                entry.currency(),
                entry.description(),
                entry.lines());
    }
}
