package io.ledgerbridge.work;

import io.ledgerbridge.books.Journal;
import io.ledgerbridge.books.audit.RefusedTimes;
import io.ledgerbridge.faults.Fault;
import io.ledgerbridge.faults.ParkCode;
import io.ledgerbridge.faults.ParkReason;
import io.ledgerbridge.posting.rules.PostingRules;
import io.ledgerbridge.posting.rules.RefusalTexts;
import io.ledgerbridge.posting.rules.Rules;
import io.ledgerbridge.sagex3.Refusals;
import org.springframework.stereotype.Component;

/** What follows from a refusal of Sage X3, by its words: it is about a closed period, it passes, or it needs a person. */
@Component
public class X3Refusals implements Refusals {

    private static final int TRIES_AGAIN = 10;

    private final Rules rules;
    private final ClosedPeriods closedPeriods;
    private final RefusedTimes refusedTimes;

    X3Refusals(Rules rules, ClosedPeriods closedPeriods, RefusedTimes refusedTimes) {
        this.rules = rules;
        this.closedPeriods = closedPeriods;
        this.refusedTimes = refusedTimes;
    }

    /** A closed period is asked for first: it may be said to be locked, too, and doesn't open by being tried again. */
    @Override
    public Refusal read(Journal journal, String words) {
        return closedPeriods.read(journal, words).orElseGet(() -> new Refusal(other(journal, words), null));
    }

    private Fault other(Journal journal, String words) {
        PostingRules its = rules.of(journal.store());
        return RefusalTexts.isIn(words, its.journal().passingRefusalTexts())
                ? passing(journal, words)
                : Fault.needsPerson(reason(journal, words, NamedSettings.remedy(its, journal, words)));
    }

    /** Refusals alone count. Each may come as the answer, or as an error after which a look-up finds nothing. */
    private Fault passing(Journal journal, String words) {
        ParkReason reason = reason(journal, words, stays());
        int before = refusedTimes.of(journal.store(), journal.order(), journal.reference());
        return before < TRIES_AGAIN
                ? Fault.passing(reason.code() + ": " + reason.detail(), null)
                : Fault.needsPerson(reason);
    }

    private static ParkReason reason(Journal journal, String words, String remedy) {
        return new ParkReason(
                ParkCode.REFUSED_BY_X3, "Sage X3 refused %s: %s".formatted(journal.reference(), words), remedy);
    }

    private static String stays() {
        return "This kind of refusal passes by itself as a rule; it has been tried again %d times. See in X3 who locks"
                        .formatted(TRIES_AGAIN)
                + " what it names, or what it lacks, then work the order again.";
    }
}
