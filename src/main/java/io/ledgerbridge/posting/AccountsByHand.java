package io.ledgerbridge.posting;

import io.ledgerbridge.ledger.Role;
import io.ledgerbridge.posting.rules.Account;
import io.ledgerbridge.posting.rules.Accounts;
import java.util.Map;

/** Today's accounts of an order's channel; for a role that has none a person has chosen one, which nobody has told us. */
record AccountsByHand(OrderUnderRules ruled) implements Accounts {

    private static final Account UNKNOWN = new Account("by hand", null, Map.of());

    @Override
    public Account of(Role role) {
        try {
            return ruled.accounts().of(role);
        } catch (CannotPost missing) {
            return UNKNOWN;
        }
    }

    @Override
    public String site() {
        return ruled.accounts().site();
    }
}
