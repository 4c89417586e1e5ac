package io.ledgerbridge.books.audit.check;

import io.ledgerbridge.books.audit.covered.CoveredJournal;
import io.ledgerbridge.database.Sha256;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks whether what an order's journals were planned from is there, and is what it was. */
final class ReadingsCheck {

    private static final String MISSING = "is missing";
    private static final String WHOLE = "";

    private final String store;
    private final long order;
    private final String what;
    private final String changed;
    private final Findings findings;
    private final Map<String, String> kept = new HashMap<>();

    /**
     * Of one order, and one kind.
     *
     * @param what it is, with the journal's id
     * @param changed what is said of one that was changed
     */
    ReadingsCheck(String store, long order, String what, String changed, Findings findings) {
        this.store = store;
        this.order = order;
        this.what = what;
        this.changed = changed;
        this.findings = findings;
    }

    /**
     * Looks at one of its rows.
     *
     * @param body null where it was emptied
     * @param mayBeEmpty whether its time is over
     */
    void look(String sha256, @Nullable String body, boolean mayBeEmpty) {
        if (body == null) {
            kept.put(sha256, mayBeEmpty ? WHOLE : "was emptied before its time");
        } else {
            kept.put(sha256, Sha256.of(body).equals(sha256) ? WHOLE : changed);
        }
    }

    /**
     * Once all rows were looked at.
     *
     * @param sha256 that the journal says; null where it was planned from none
     */
    void look(CoveredJournal journal, @Nullable String sha256) {
        String fault = sha256 == null ? WHOLE : kept.getOrDefault(sha256, MISSING);
        if (!fault.isEmpty()) {
            String about = what.formatted(journal.id());
            findings.add(Finding.ofJournal(store, order, journal.reference(), about + " " + fault));
        }
    }
}
