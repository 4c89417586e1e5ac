package io.ledgerbridge.posting;

import io.ledgerbridge.ledger.Purpose;
import io.ledgerbridge.posting.rules.Account;
import io.ledgerbridge.posting.rules.Accounts;

/** Today's accounts of an order's channel; for a role that has none a person has chosen one, which nobody has told us. */
record AccountsByHand(OrderUnderRules ruled) implements Accounts {

    private static final Account UNKNOWN = Account.of("by hand");

    @Override
    public Account of(Purpose purpose) {
        try {
            return ruled.accounts().of(purpose);
        } catch (CannotPost missing) {
            return UNKNOWN;
        }
    }

    @Override
    public String site() {
        return ruled.accounts().site();
    }
}
