package io.ledgerbridge.posting;

import io.ledgerbridge.ledger.Purpose;
import io.ledgerbridge.posting.rules.Account;
import io.ledgerbridge.posting.rules.Accounts;

/** The accounts of an order's channel as they are set today, asked for only where one is needed. */
record TodaysAccounts(OrderUnderRules ruled) implements Accounts {

    @Override
    public Account of(Purpose purpose) {
        return ruled.accounts().of(purpose);
    }

    @Override
    public String site() {
        return ruled.accounts().site();
    }
}
