package io.ledgerbridge.posting.explained;

import io.ledgerbridge.books.JournalDraft;
import io.ledgerbridge.posting.PostedJournals;

/**
 * Why a journal was planned.
 *
 * @param draft as it was planned
 * @param should what the ledger should then hold of each purpose
 * @param held the journals whose amounts are taken off that
 * @param before the journals on whose accounts it takes back what it brings to nothing
 */
public record Ground(Step step, JournalDraft draft, Should should, PostedJournals held, PostedJournals before) {

    /** What was done. */
    public enum Step {
        ENTERED,
        MOVED,
        CORRECTED,
        REFUNDED,
        REFUNDED_OF_EARLIER,
        REFUNDED_AFTERWARDS,
        REVERSED,
        CANCELLED
    }
}
