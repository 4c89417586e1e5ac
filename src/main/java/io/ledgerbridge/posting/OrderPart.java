package io.ledgerbridge.posting;

import io.ledgerbridge.books.JournalDraft;
import java.time.LocalDate;

/** First entry, adjustments and reversals of an order, one after the other; not its refunds. */
record OrderPart(PostedJournals journals) {

    static OrderPart of(PostedJournals all) {
        return new OrderPart(all.orderPart());
    }

    /** Since it last came to nothing: the journals on which the order stands. */
    PostedJournals standing() {
        PostedJournals standing = PostedJournals.NONE;
        for (JournalDraft journal : journals.journals()) {
            standing = (standing.comesToNothing() ? PostedJournals.NONE : standing).with(journal);
        }
        return standing;
    }

    /** Whether the order as such was entered in a place on a date: at first, by a move, or from nothing. */
    boolean isEnteredOn(LocalDate date, ChannelAndCurrency place) {
        PostedJournals before = PostedJournals.NONE;
        for (JournalDraft journal : journals.journals()) {
            if (before.comesToNothing()
                    && ChannelAndCurrency.of(journal).equals(place)
                    && journal.plannedDate().equals(date)) {
                return true;
            }
            before = before.with(journal);
        }
        return false;
    }
}
