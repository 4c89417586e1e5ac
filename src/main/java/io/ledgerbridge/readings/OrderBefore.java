package io.ledgerbridge.readings;

import io.ledgerbridge.bigcommerce.OrderEvent;
import io.ledgerbridge.books.Journal;
import io.ledgerbridge.books.origin.JournalOrigin;
import io.ledgerbridge.posting.OrderHistory;
import io.ledgerbridge.posting.SetAside;
import java.util.List;

/**
 * An order that is in the books.
 *
 * @param journals those that stand
 */
record OrderBefore(long number, List<Journal> journals, List<OrderEvent> events) {

    /** What the last of its journals was planned from. */
    JournalOrigin newest() {
        return journals.isEmpty()
                ? JournalOrigin.UNKNOWN
                : journals.get(journals.size() - 1).origin();
    }

    /** What was known when that was planned, as if the order had no journals yet and were not set aside. */
    OrderHistory history(PlannedWith with) {
        OrderHistory then = with.history(journals, events);
        List<SetAside> refunds = then.setAside().stream()
                .filter(one -> one.refund() != SetAside.ORDER)
                .toList();
        return new OrderHistory(
                List.of(), then.events(), then.settledUpTo(), then.facts(), then.asked(), refunds, then.recorded());
    }
}
