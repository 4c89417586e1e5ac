package io.ledgerbridge.posting.rules;

import io.ledgerbridge.ledger.Role;

/** Where an entry goes: the account of each role, and the site. */
public interface Accounts {

    /**
     * The account of a role.
     *
     * @throws CannotPost where the settings name none
     */
    Account of(Role role);

    String site();
}
