package io.ledgerbridge.catchup;

import io.ledgerbridge.bigcommerce.lists.ListPage;
import io.ledgerbridge.faults.Fault;
import java.time.Instant;

/**
 * How far one list of a store has been gone through.
 *
 * @param began when it was begun; what changes from then on is the next look's
 * @param lastRow the last id that was listed, 0 for none
 * @param page the next page, from 1, counted in pages of {@code limit}
 * @param limit rows a page: fewer after a page that couldn't be read, as where it is too large
 * @param left pages that may still be read in this turn, lest a list without an end keeps the others from theirs
 */
public record SweepProgress(
        String store,
        SweptList list,
        Instant from,
        Instant began,
        long lastRow,
        int page,
        int limit,
        int left,
        boolean incomplete) {

    /** Pages a turn. */
    static final int MOST = 100;

    /** By what a page is made smaller: 250, 50, 10, 2; then 250 again. */
    private static final int PART = 5;

    static SweepProgress at(String store, SweptList list, Instant from, Instant began) {
        return new SweepProgress(store, list, from, began, 0, 1, SweptList.LIMIT, MOST, true);
    }

    /** What it is, for the log. */
    public String task() {
        return "sweep of " + list.label();
    }

    /** Its next page. */
    public String resource() {
        return list.resource(from, lastRow, page, limit);
    }

    /** Whether another page is to be read in this turn. */
    public boolean goesOn() {
        return incomplete && left > 0;
    }

    /** For its next turn. */
    SweepProgress inTurn() {
        return new SweepProgress(store, list, from, began, lastRow, page, limit, MOST, incomplete);
    }

    /** With less to a page; the rows that were read are the same. */
    SweepProgress smaller() {
        return limit < PART
                ? whole()
                : new SweepProgress(
                        store, list, from, began, lastRow, (page - 1) * PART + 1, limit / PART, left, incomplete);
    }

    /** With whole pages again, where one begins at the next row: behind a few rows without an id one may have one. */
    private SweepProgress whole() {
        int rows = (page - 1) * limit;
        if (list != SweptList.ORDERS && rows % SweptList.LIMIT != 0) {
            return this;
        }
        int next = rows / SweptList.LIMIT + 1;
        return new SweepProgress(store, list, from, began, lastRow, next, SweptList.LIMIT, left, incomplete);
    }

    /** With more to a page again, where one begins at the next row. */
    private SweepProgress larger() {
        return limit * PART > SweptList.LIMIT || (page - 1) % PART != 0
                ? this
                : new SweepProgress(
                        store, list, from, began, lastRow, (page - 1) / PART + 1, limit * PART, left, incomplete);
    }

    /** To read its page once more. */
    SweepProgress again() {
        return new SweepProgress(store, list, from, began, lastRow, page, limit, left - 1, incomplete);
    }

    /** Ends its turn. */
    SweepProgress resting() {
        return new SweepProgress(store, list, from, began, lastRow, page, limit, 0, incomplete);
    }

    /**
     * After one more page.
     *
     * @throws Fault where the page has nothing new: the list would never end
     */
    SweepProgress after(ListPage listed) {
        boolean more = listed.goesOn(lastRow, limit);
        if (more && !isNew(listed)) {
            throw Fault.passing("BigCommerce: a page of %s repeats the one before".formatted(list.label()), null);
        }
        long last = Math.max(lastRow, listed.lastRow());
        return new SweepProgress(store, list, from, began, last, page + 1, limit, left - 1, more).larger();
    }

    /** The first page is, even if its refunds have no id of their own. */
    private boolean isNew(ListPage listed) {
        return listed.lastRow() > lastRow || (lastRow == 0 && page == 1);
    }
}
