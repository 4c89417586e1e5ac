package io.ledgerbridge.ledger;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One account's part of an entry.
 *
 * @param account general ledger account, as Sage X3 codes it
 * @param amount positive for a debit, negative for a credit, never zero
 * @param businessPartner who owes it, on receivable lines where the channel names one
 * @param dimensions analytical dimensions by their field's name
 */
public record JournalLine(
        String account,
        Role role,
        Money amount,
        String description,
        @Nullable String businessPartner,
        Map<String, String> dimensions) {

    public JournalLine {
        if (account.isBlank()) {
            throw new IllegalArgumentException("a line for %s has no account".formatted(role.label()));
        }
        if (amount.isZero()) {
            throw new IllegalArgumentException("a line of zero on account %s".formatted(account));
        }
        dimensions = Collections.unmodifiableMap(new TreeMap<>(dimensions));
    }
}
