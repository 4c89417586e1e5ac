package io.ledgerbridge.console.needsyou.preview;

import java.math.BigDecimal;

/**
 * What some orders hold on an account, and would hold.
 *
 * @param before of the entries that are posted; above zero for a debit
 * @param change of those that would be
 */
record AccountChange(String account, String currency, BigDecimal before, BigDecimal change) {

    public BigDecimal after() {
        return before.add(change);
    }

    AccountChange plus(AccountChange other) {
        return new AccountChange(account, currency, before.add(other.before), change.add(other.change));
    }
}
