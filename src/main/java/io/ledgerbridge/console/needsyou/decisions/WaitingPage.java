package io.ledgerbridge.console.needsyou.decisions;

import java.util.List;

/**
 * What waits for a second person.
 *
 * @param items the newest first
 * @param total with those that are not among them
 */
public record WaitingPage(List<WaitingApproval> items, long total) {

    /** How many wait that are not shown. */
    public long more() {
        return Math.max(0, total - items.size());
    }

    public boolean isEmpty() {
        return items.isEmpty();
    }
}
