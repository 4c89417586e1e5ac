package io.ledgerbridge.work;

import io.ledgerbridge.books.Journal;
import io.ledgerbridge.faults.Fault;
import io.ledgerbridge.faults.ParkReason;
import io.ledgerbridge.posting.Decision;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done with an order, and the journals in the books that do it.
 *
 * @param why one sentence
 * @param reason present when the order parks
 * @param fault with which its work ends once the books are written; none where it goes on
 */
public record PlannedWork(
        Decision decision,
        List<Journal> journals,
        String why,
        @Nullable ParkReason reason,
        @Nullable Fault fault) {

    public PlannedWork {
        journals = List.copyOf(journals);
    }

    public PlannedWork(Decision decision, List<Journal> journals, String why, @Nullable ParkReason reason) {
        this(decision, journals, why, reason, null);
    }

    /**
     * Itself.
     *
     * @throws Fault where its work ends with one
     */
    PlannedWork orFault() {
        if (fault != null) {
            throw fault;
        }
        return this;
    }
}
