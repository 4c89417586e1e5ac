package io.ledgerbridge.api;

import io.ledgerbridge.ledger.JournalLine;
import java.util.Map;

/**
 * A line of a journal as answers show it.
 *
 * @param amount positive for a debit, negative for a credit, as a text
 */
record JournalLineView(String account, String role, String amount, String description, Map<String, String> dimensions) {

    static JournalLineView of(JournalLine line) {
        return new JournalLineView(
                line.account(),
                line.role().label(),
                line.amount().amount().toPlainString(),
                line.description(),
                line.dimensions());
    }
}
