package io.ledgerbridge.ledger;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One account's part of an entry.
 *
 * @param account general ledger account, as Sage X3 codes it
 * @param purpose what it is for
 * @param amount positive for a debit, negative for a credit, never zero
 * @param businessPartner who owes it, on receivable lines where the channel names one, and where the account names one
 * @param dimensions analytical dimensions by their field's name
 * @param taxCode as X3 codes it: the purpose's, else what the account names, else none
 */
public record JournalLine(
        String account,
        Purpose purpose,
        Money amount,
        String description,
        @Nullable String businessPartner,
        Map<String, String> dimensions,
        @Nullable String taxCode) {

    public JournalLine {
        if (account.isBlank()) {
            throw new IllegalArgumentException("a line for %s has no account".formatted(purpose));
        }
        if (amount.isZero()) {
            throw new IllegalArgumentException("a line of zero on account %s".formatted(account));
        }
        dimensions = Collections.unmodifiableMap(new TreeMap<>(dimensions));
    }

    /** Of a role that is not split, without a tax code. */
    public JournalLine(
            String account,
            Role role,
            Money amount,
            String description,
            @Nullable String businessPartner,
            Map<String, String> dimensions) {
        this(account, Purpose.of(role), amount, description, businessPartner, dimensions, null);
    }

    public Role role() {
        return purpose.role();
    }

    /** The way of paying by its name, where the receivable is split by it. */
    public @Nullable String tender() {
        return purpose.tender();
    }
}
