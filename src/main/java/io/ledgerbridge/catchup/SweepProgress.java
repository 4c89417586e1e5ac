package io.ledgerbridge.catchup;

import io.ledgerbridge.bigcommerce.lists.ListPage;
import io.ledgerbridge.faults.Fault;
import java.time.Instant;
import java.util.Optional;

/**
 * How far one list of a store has been gone through.
 *
 * @param began when it was begun; what changes from then on is the next look's
 * @param lastRow the last id that was listed, 0 for none
 * @param page the next one
 * @param left pages that may still be read in this turn, lest a list without an end keeps the others from theirs
 */
public record SweepProgress(
        String store,
        SweptList list,
        Instant from,
        Instant began,
        long lastRow,
        SweptPage page,
        int left,
        boolean incomplete) {

    /** Pages a turn. */
    static final int MOST = 100;

    static SweepProgress at(String store, SweptList list, Instant from, Instant began) {
        return new SweepProgress(store, list, from, began, 0, SweptPage.FIRST, MOST, true);
    }

    /** One that begins now, where its list is due by its cursor. */
    static Optional<SweepProgress> begun(String store, SweptList list, Instant cursor, Instant now) {
        return list.isDue(cursor, now) ? Optional.of(at(store, list, list.from(cursor, now), now)) : Optional.empty();
    }

    /** What it is, for the log. */
    public String task() {
        return "sweep of " + list.label();
    }

    /** Its next page. */
    public String resource() {
        return list.resource(from, lastRow, page.number(), page.limit());
    }

    /** Whether another page is to be read in this turn. */
    public boolean goesOn() {
        return incomplete && left > 0;
    }

    /** For its next turn. */
    SweepProgress inTurn() {
        return new SweepProgress(store, list, from, began, lastRow, page, MOST, incomplete);
    }

    /** With less to a page; the rows that were read are the same. */
    SweepProgress smaller() {
        return new SweepProgress(store, list, from, began, lastRow, page.smaller(list), left, incomplete);
    }

    /** To read its page once more. */
    SweepProgress again() {
        return new SweepProgress(store, list, from, began, lastRow, page, left - 1, incomplete);
    }

    /** Ends its turn. */
    SweepProgress resting() {
        return new SweepProgress(store, list, from, began, lastRow, page, 0, incomplete);
    }

    /**
     * After one more page.
     *
     * @throws Fault where the page has nothing new: the list would never end
     */
    SweepProgress after(ListPage listed) {
        boolean more = listed.goesOn(lastRow, page.limit());
        if (more && !isNew(listed)) {
            throw Fault.passing("BigCommerce: a page of %s repeats the one before".formatted(list.label()), null);
        }
        long last = Math.max(lastRow, listed.lastRow());
        return new SweepProgress(store, list, from, began, last, page.next(), left - 1, more);
    }

    /** The first page is, even if its refunds have no id of their own. */
    private boolean isNew(ListPage listed) {
        return listed.lastRow() > lastRow || (lastRow == 0 && page.number() == 1);
    }
}
