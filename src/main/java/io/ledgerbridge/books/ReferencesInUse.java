package io.ledgerbridge.books;

import io.ledgerbridge.faults.Fault;
import io.ledgerbridge.faults.ParkCode;
import io.ledgerbridge.faults.ParkReason;

/** The references of a folder: one journal has each at a time, and a withdrawn one gives its back. */
record ReferencesInUse(JournalRows rows) {

    /**
     * Which use of a reference the next is, from 1.
     *
     * @throws Fault where another journal has it
     */
    int nextGeneration(String folder, String reference) {
        rows.under(folder, reference).ifPresent(holder -> {
            throw Fault.needsPerson(taken(holder));
        });
        return rows.generations(folder, reference) + 1;
    }

    private static ParkReason taken(Journal holder) {
        return new ParkReason(
                ParkCode.REFERENCE_TAKEN,
                "%s belongs to order %d of store %s, where it is %s"
                        .formatted(
                                holder.reference(),
                                holder.order(),
                                holder.store(),
                                holder.state().label()),
                "Stores that post to one X3 folder need different prefixes: change one, then replay.");
    }
}
