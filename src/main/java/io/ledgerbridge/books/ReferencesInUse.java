package io.ledgerbridge.books;

import io.ledgerbridge.faults.Fault;
import io.ledgerbridge.faults.ParkCode;
import io.ledgerbridge.faults.ParkReason;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The references of a folder: one journal has each at a time, and a withdrawn one gives its back. */
record ReferencesInUse(JdbcClient jdbc, JournalRows rows) {

    /**
     * Which use of a reference the next is, from 1.
     *
     * @throws Fault where another journal has it
     */
    int nextGeneration(String folder, String reference) {
        rows.under(folder, reference).ifPresent(holder -> {
            throw Fault.needsPerson(taken(holder));
        });
        return generations(folder, reference) + 1;
    }

    private int generations(String folder, String reference) {
        return jdbc.sql(
                        "SELECT coalesce(max(generation), 0) FROM journal WHERE folder = :folder AND reference = :reference")
                .param("folder", folder)
                .param("reference", reference)
                .query(Integer.class)
                .single();
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
                "Stores that post to one X3 folder need different prefixes: change one, then work the order again.");
    }
}
