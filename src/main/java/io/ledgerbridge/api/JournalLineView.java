package io.ledgerbridge.api;

import io.ledgerbridge.ledger.JournalLine;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line of a journal as answers show it.
 *
 * @param tender the way of paying, of a receivable that is split by it
 * @param amount positive for a debit, negative for a credit, as a text
 */
record JournalLineView(
        String account,
        String role,
        @Nullable String tender,
        String amount,
        String description,
        @Nullable String businessPartner,
        Map<String, String> dimensions,
        @Nullable String taxCode) {

    static JournalLineView of(JournalLine line) {
        return new JournalLineView(
                line.account(),
                line.role().label(),
                line.tender(),
                line.amount().amount().toPlainString(),
                line.description(),
                line.businessPartner(),
                line.dimensions(),
                line.taxCode());
    }
}
