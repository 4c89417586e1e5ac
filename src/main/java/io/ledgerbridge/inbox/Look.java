package io.ledgerbridge.inbox;

import io.ledgerbridge.bigcommerce.ListedOrder;
import io.ledgerbridge.books.Fault;
import java.time.Instant;
import java.util.List;

/**
 * How far one list of a store has been gone through.
 *
 * @param began when it was begun; what changes from then on is the next look's
 * @param lastRow the last id that was listed, 0 for none
 * @param page the next page, from 1
 */
public record Look(
        String store, SweptList list, Instant from, Instant began, long lastRow, int page, boolean incomplete) {

    static Look at(String store, SweptList list, Instant from, Instant began) {
        return new Look(store, list, from, began, 0, 1, true);
    }

    /** What it is, for the log. */
    public String task() {
        return "sweep of " + list.label();
    }

    /** Its next page. */
    public String resource() {
        return list.resource(from, lastRow, page);
    }

    /**
     * After one more page; an empty one is the last.
     *
     * @throws Fault where the page has nothing new: the list would never end
     */
    Look after(List<ListedOrder> listed) {
        long last = listed.stream().mapToLong(ListedOrder::row).max().orElse(lastRow);
        if (!listed.isEmpty() && last <= lastRow) {
            throw Fault.passing("BigCommerce: a page of %s repeats the one before".formatted(list.label()), null);
        }
        return new Look(store, list, from, began, last, page + 1, !listed.isEmpty());
    }
}
