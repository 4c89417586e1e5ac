package io.ledgerbridge.books;

import io.ledgerbridge.faults.Fence;
import java.util.Map;

/** Moves a journal from one state to the next, where that may follow; each move holds the claim's fence and is a link. */
record JournalStates(JournalRows rows, JournalChanges changes, AuditTrail audit) {

    void move(Fence fence, Journal journal, JournalState state, Map<String, ?> detail) {
        fence.hold();
        JournalState now = rows.byId(journal.id()).state();
        if (!now.mayBecome(state)) {
            throw new IllegalStateException(
                    "Journal %s is %s and can't become %s".formatted(journal.reference(), now.label(), state.label()));
        }
        changes.state(journal.id(), state);
        audit.append(fence, "journal-" + state.label(), journal.reference(), detail);
    }
}
