package io.ledgerbridge.posting;

import io.ledgerbridge.bigcommerce.OrderEvent;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a journal is dated by.
 *
 * @param event id of the event that reports the change, where one does
 * @param originalDate the date that it belongs to, where its own is later
 */
record Change(
        LocalDate date, @Nullable Long event, @Nullable LocalDate originalDate) {

    static Change of(LocalDate date, Optional<OrderEvent> event) {
        return new Change(date, event.map(OrderEvent::id).orElse(null), null);
    }

    /** The same change where it belongs to a date, on that or a later one. */
    Change on(LocalDate otherDate, LocalDate belongs) {
        return new Change(otherDate, event, otherDate.equals(belongs) ? null : belongs);
    }
}
