package io.ledgerbridge.operations;

import io.ledgerbridge.books.Journal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one ping has heard of Sage X3 so far. One thread asks, while another may tell what there is; then no more is
 * asked.
 */
public final class AskedX3 {

    private final List<PingCheck> told = new ArrayList<>();
    private @Nullable Journal entry;
    private boolean over;

    AskedX3() {}

    /** Whether anybody still waits for an answer. */
    public synchronized boolean isWanted() {
        return !over;
    }

    /** The journal whose entry is yet to be looked up; null where there is none, or nobody waits for it. */
    public synchronized @Nullable Journal getEntry() {
        return entry;
    }

    /** The books have a posted journal, or none. */
    synchronized void expect(@Nullable Journal newest) {
        entry = over ? null : newest;
    }

    synchronized void tell(List<PingCheck> checks) {
        if (!over) {
            told.addAll(checks);
        }
    }

    /** The entry has its check, whether it was looked up or not. */
    synchronized void tellOfEntry(PingCheck check) {
        tell(List.of(check));
        entry = null;
    }

    /** All that there is. An entry that has no check by now has none in time. */
    synchronized List<PingCheck> end() {
        if (entry != null) {
            tellOfEntry(new PingCheck(EntryPing.ENTRY, false, Pings.LATE));
        }
        over = true;
        return List.copyOf(told);
    }
}
