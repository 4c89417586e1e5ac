package io.ledgerbridge.posting.explained;

import io.ledgerbridge.ledger.JournalLine;
import io.ledgerbridge.ledger.Money;
import io.ledgerbridge.ledger.Purpose;
import io.ledgerbridge.posting.PostedJournals;
import io.ledgerbridge.posting.rules.Account;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The figures of one line: what should be held, and what is held already.
 *
 * @param held minus what the journals before hold
 */
record LineTerms(RuleName rule, Terms should, Terms held) {

    /**
     * Those of a line; empty where they don't come to its amount.
     *
     * @param lines all of its journal that are posted, or all that are kept as a memo
     */
    static Optional<LineTerms> of(
            JournalLine line, List<JournalLine> lines, boolean isMemo, Ground ground, Map<Purpose, Reckoning> should) {
        Purpose purpose = line.purpose();
        Reckoning its = should.getOrDefault(purpose, new Reckoning(RuleName.CORRECTION, Terms.NONE));
        Terms held =
                HeldTerms.less(ground.held(), isMemo, other -> other.purpose().equals(purpose));
        LineTerms whole = new LineTerms(its.rule(), its.terms(), held);
        boolean isAlone =
                lines.stream().filter(other -> other.purpose().equals(purpose)).count() == 1;
        if (isAlone && whole.isOf(line.amount())) {
            return Optional.of(whole);
        }
        return Optional.of(onItsAccount(its.rule(), line, isMemo, ground.before()))
                .filter(terms -> terms.isOf(line.amount()));
    }

    /** A purpose that comes to nothing comes to nothing on each account that holds it. */
    static LineTerms onItsAccount(RuleName rule, JournalLine line, boolean isMemo, PostedJournals before) {
        Account account = Account.of(line);
        return new LineTerms(
                rule,
                Terms.NONE,
                HeldTerms.less(
                        before,
                        isMemo,
                        other -> other.purpose().equals(line.purpose())
                                && Account.of(other).equals(account)));
    }

    boolean isOf(Money amount) {
        return Money.rounded(all().sum(), amount.currency()).equals(amount);
    }

    Terms all() {
        return should.plus(held);
    }
}
