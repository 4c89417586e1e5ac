package io.ledgerbridge.books;

import io.ledgerbridge.ledger.JournalEntry;
import io.ledgerbridge.ledger.JournalLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A journal that is to be written into the books.
 *
 * @param refund BigCommerce's id of the refund, for a {@link JournalKind#REFUND}
 * @param channel BigCommerce's channel id
 * @param entry what Sage X3 is to hold
 * @param memo lines that stay in the books alone (cost of goods as {@code memo}); they balance, too
 * @param event id of the event that reports the change, where one does
 */
public record JournalDraft(
        JournalKind kind,
        @Nullable Long refund,
        String channel,
        JournalEntry entry,
        List<JournalLine> memo,
        @Nullable Long event) {

    public JournalDraft {
        memo = List.copyOf(memo);
    }
}
