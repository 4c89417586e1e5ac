package io.ledgerbridge.readings;

import io.ledgerbridge.books.Journal;
import org.jspecify.annotations.Nullable;

/**
 * A journal of the books, planned again.
 *
 * @param reference null where an order's journals can't be read; so with the generation
 */
record RecomputedJournal(
        String store,
        long order,
        @Nullable String reference,
        @Nullable Integer generation,
        Recomputed recomputed) {

    static RecomputedJournal of(Journal journal, Recomputed recomputed) {
        return new RecomputedJournal(
                journal.store(), journal.order(), journal.reference(), journal.generation(), recomputed);
    }

    boolean is(Recomputed.Outcome outcome) {
        return recomputed.outcome() == outcome;
    }
}
