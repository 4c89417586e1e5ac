package io.ledgerbridge.posting.rules;

import io.ledgerbridge.ledger.JournalLine;
import io.ledgerbridge.ledger.Money;
import io.ledgerbridge.ledger.Role;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A general ledger account with what goes beside it on a line. */
public record Account(String code, @Nullable String businessPartner, Map<String, String> dimensions) {

    public static Account of(JournalLine line) {
        return new Account(line.account(), line.businessPartner(), line.dimensions());
    }

    public JournalLine line(Role role, Money amount, String description) {
        return new JournalLine(code, role, amount, description, businessPartner, dimensions);
    }
}
