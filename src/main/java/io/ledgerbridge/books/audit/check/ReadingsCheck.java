package io.ledgerbridge.books.audit.check;

import io.ledgerbridge.books.audit.covered.CoveredJournal;
import io.ledgerbridge.database.Sha256;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks whether the readings from which an order's journals were planned are there, and are what was read. */
final class ReadingsCheck {

    private final String store;
    private final long order;
    private final Findings findings;
    private final Set<String> kept = new HashSet<>();
    private final Set<String> changed = new HashSet<>();

    ReadingsCheck(String store, long order, Findings findings) {
        this.store = store;
        this.order = order;
        this.findings = findings;
    }

    /** @param body null where its time is over */
    void look(String sha256, @Nullable String body) {
        kept.add(sha256);
        if (body != null && !Sha256.of(body).equals(sha256)) {
            changed.add(sha256);
        }
    }

    /** Once all readings were looked at. */
    void look(CoveredJournal journal) {
        if (journal.reading() != null && (!kept.contains(journal.reading()) || changed.contains(journal.reading()))) {
            findings.add(Finding.ofJournal(
                    store,
                    order,
                    journal.reference(),
                    "the reading that the journal with the id %d was planned from %s"
                            .formatted(
                                    journal.id(),
                                    kept.contains(journal.reading()) ? "isn't what was read" : "is missing")));
        }
    }
}
