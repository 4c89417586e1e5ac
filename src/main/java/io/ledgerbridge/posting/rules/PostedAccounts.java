package io.ledgerbridge.posting.rules;

import io.ledgerbridge.ledger.Role;
import io.ledgerbridge.posting.PostedJournals;
import java.util.stream.Stream;

/**
 * The accounts of an order's own journals.
 *
 * @param journals those of one place on which the order stands, the first entry first
 * @param today for roles that the order didn't have
 */
public record PostedAccounts(PostedJournals journals, Accounts today) implements Accounts {

    @Override
    public Account of(Role role) {
        return Stream.concat(journals.lines(), journals.memo())
                .filter(line -> line.role() == role)
                .findFirst()
                .map(Account::of)
                .orElseGet(() -> today.of(role));
    }

    @Override
    public String site() {
        return journals.isEmpty() ? today.site() : journals.site();
    }
}
