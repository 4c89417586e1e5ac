package io.ledgerbridge.posting.rules;

import io.ledgerbridge.ledger.Purpose;

/** Where an entry goes: the account of each purpose, and the site. */
public interface Accounts {

    /**
     * The account of a purpose.
     *
     * @throws io.ledgerbridge.posting.CannotPost where the settings name none
     */
    Account of(Purpose purpose);

    String site();
}
