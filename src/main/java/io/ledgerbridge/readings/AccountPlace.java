package io.ledgerbridge.readings;

import io.ledgerbridge.ledger.JournalLine;
import java.util.Comparator;

/** Where accountants look for an amount. */
record AccountPlace(String account, String role, String currency) {

    static final Comparator<AccountPlace> ORDER = Comparator.comparing(AccountPlace::account)
            .thenComparing(AccountPlace::role)
            .thenComparing(AccountPlace::currency);

    static AccountPlace of(JournalLine line) {
        return new AccountPlace(
                line.account(), line.role().label(), line.amount().currency().getCurrencyCode());
    }
}
