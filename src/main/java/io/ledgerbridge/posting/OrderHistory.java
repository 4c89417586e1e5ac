package io.ledgerbridge.posting;

import io.ledgerbridge.bigcommerce.OrderEvent;
import io.ledgerbridge.books.Journal;
import java.util.List;

/**
 * What we know of an order beside BigCommerce's present word on it.
 *
 * @param journals every journal that Sage X3 has: those that it certainly lacks, and withdrawn ones, are not among them
 * @param events every event kept for the order, by the time at which it happened
 * @param settledUpTo id of the last event that an earlier work on the order had before it when it ended; 0 where none did.
 *     Events up to it report no change that is still to come
 * @param facts including what this reading shows
 * @param asked whether a backfill asked for the order, even if it is older than the store's start
 */
public record OrderHistory(
        List<Journal> journals, List<OrderEvent> events, long settledUpTo, OrderFacts facts, boolean asked) {

    public OrderHistory {
        journals = List.copyOf(journals);
        events = List.copyOf(events);
    }

    /** The same, with the journals that Sage X3 has. */
    public OrderHistory with(List<Journal> present) {
        return new OrderHistory(present, events, settledUpTo, facts, asked);
    }
}
