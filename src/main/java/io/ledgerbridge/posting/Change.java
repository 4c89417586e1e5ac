package io.ledgerbridge.posting;

import io.ledgerbridge.bigcommerce.OrderEvent;
import io.ledgerbridge.books.JournalDraft;
import io.ledgerbridge.ledger.JournalEntry;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a journal is dated by.
 *
 * @param event id of the event that reports the change, where one does
 * @param originalDate the date that it belongs to, where its own is later
 * @param rateDate the day whose exchange rate it takes
 */
record Change(
        LocalDate date, @Nullable Long event, @Nullable LocalDate originalDate, LocalDate rateDate) {

    static Change of(LocalDate date, Optional<OrderEvent> event) {
        return new Change(date, event.map(OrderEvent::id).orElse(null), null, date);
    }

    /** The same change where it belongs to a date, on that or a later one. */
    Change on(LocalDate otherDate, LocalDate belongs) {
        return new Change(otherDate, event, otherDate.equals(belongs) ? null : belongs, rateDate);
    }

    /** The same change at another day's exchange rate. */
    Change at(LocalDate otherRateDate) {
        return new Change(date, event, originalDate, otherRateDate);
    }

    /** What another journal was dated by. */
    static Change of(JournalDraft journal) {
        JournalEntry entry = journal.entry();
        return new Change(entry.accountingDate(), journal.event(), journal.originalDate(), entry.rateDate());
    }
}
