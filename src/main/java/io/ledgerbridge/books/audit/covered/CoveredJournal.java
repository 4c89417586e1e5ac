package io.ledgerbridge.books.audit.covered;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A journal as its rows hold it.
 *
 * @param state as the row spells it
 * @param lines account, role and amount of those that Sage X3 is sent
 * @param reading hash of the reading that it was planned from; null where none was kept
 * @param plannedWith likewise of what else was known
 * @param sha256 over everything in it, and in its lines, that never changes
 */
public record CoveredJournal(
        long order,
        long id,
        String reference,
        String state,
        @Nullable String x3Number,
        String kind,
        String accountingDate,
        String currency,
        List<String> lines,
        @Nullable String reading,
        @Nullable String plannedWith,
        String sha256) {}
