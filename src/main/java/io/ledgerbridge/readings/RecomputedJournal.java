package io.ledgerbridge.readings;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * A journal of the books, planned again.
 *
 * @param words in what it differs, or why it can't be planned again; empty where it is the same
 */
public record RecomputedJournal(
        String store,
        long order,
        String reference,
        int generation,
        @JsonIgnore Recomputed.Outcome outcome,
        String words) {}
