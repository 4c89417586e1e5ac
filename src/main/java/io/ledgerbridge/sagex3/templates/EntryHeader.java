package io.ledgerbridge.sagex3.templates;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ledgerbridge.books.Journal;
import io.ledgerbridge.ledger.EntryStatus;
import io.ledgerbridge.ledger.JournalEntry;
import java.util.Set;

/**
 * Fields of an entry's header that not every X3 folder has.
 *
 * @param status as which an entry is created
 * @param lacks those that the folder doesn't have: templates are not given them
 * @param referenceField by which REST and SOAP look our reference up: {@code BPRVCR}, or {@code REFINT}, which X3 indexes
 */
public record EntryHeader(EntryStatus status, Set<Field> lacks, String referenceField) {

    /** As X3's tables name them: BPRDATVCR, RATDAT, REFINT, STA. */
    public enum Field {
        DOCUMENT_DATE,
        RATE_DATE,
        SECOND_REFERENCE,
        STATUS
    }

    public EntryHeader {
        lacks = Set.copyOf(lacks);
    }

    /** GraphQL's property of the status; empty, and so not asked for, where the folder lacks it. */
    String statusProperty() {
        return lacks.contains(Field.STATUS) ? "" : "journalEntryStatus";
    }

    /** Adds them to what a template is given of a journal. */
    void addTo(ObjectNode input, Journal journal) {
        JournalEntry entry = journal.entry();
        input.put("referenceField", referenceField);
        add(input, Field.DOCUMENT_DATE, "documentDate", entry.documentDate().toString());
        add(input, Field.RATE_DATE, "rateDate", entry.rateDate().toString());
        add(input, Field.SECOND_REFERENCE, "secondReference", entry.reference());
        add(input, Field.STATUS, "status", status.label());
    }

    private void add(ObjectNode input, Field field, String name, String value) {
        if (!lacks.contains(field)) {
            input.put(name, value);
        }
    }
}
