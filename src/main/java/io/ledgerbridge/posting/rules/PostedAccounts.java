package io.ledgerbridge.posting.rules;

import io.ledgerbridge.ledger.Purpose;
import io.ledgerbridge.posting.PostedJournals;
import java.util.stream.Stream;

/**
 * The accounts of an order's own journals.
 *
 * @param journals those of one place on which the order stands, the first entry first
 * @param today for purposes that the order didn't have
 */
public record PostedAccounts(PostedJournals journals, Accounts today) implements Accounts {

    @Override
    public Account of(Purpose purpose) {
        return Stream.concat(journals.lines(), journals.memo())
                .filter(line -> line.purpose().equals(purpose))
                .findFirst()
                .map(Account::of)
                .orElseGet(() -> today.of(purpose));
    }

    @Override
    public String site() {
        return journals.isEmpty() ? today.site() : journals.site();
    }
}
