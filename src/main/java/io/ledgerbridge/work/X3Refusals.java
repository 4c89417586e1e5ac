package io.ledgerbridge.work;

import io.ledgerbridge.books.Journal;
import io.ledgerbridge.faults.Fault;
import io.ledgerbridge.faults.ParkCode;
import io.ledgerbridge.faults.ParkReason;
import io.ledgerbridge.posting.rules.PostingRules;
import io.ledgerbridge.posting.rules.RefusalTexts;
import io.ledgerbridge.posting.rules.Rules;
import io.ledgerbridge.sagex3.Refusals;
import org.springframework.stereotype.Component;

/** What follows from a refusal of Sage X3, by its words: it passes, it is about a closed period, or it needs a person. */
@Component
public class X3Refusals implements Refusals {

    /** The first, and ten more: with the default back-off that is some four hours. */
    private static final int TRIES = 11;

    private final Rules rules;
    private final ClosedPeriods closedPeriods;

    X3Refusals(Rules rules, ClosedPeriods closedPeriods) {
        this.rules = rules;
        this.closedPeriods = closedPeriods;
    }

    @Override
    public Refusal read(Journal journal, String words) {
        PostingRules its = rules.of(journal.store());
        if (RefusalTexts.isIn(words, its.journal().passingRefusalTexts())) {
            return new Refusal(Fault.needsPersonAfter(TRIES, reason(journal, words, passing())), null);
        }
        return closedPeriods
                .read(journal, words)
                .orElseGet(() -> new Refusal(
                        Fault.needsPerson(reason(journal, words, NamedSettings.remedy(its, journal, words))), null));
    }

    private static ParkReason reason(Journal journal, String words, String remedy) {
        return new ParkReason(
                ParkCode.REFUSED_BY_X3, "Sage X3 refused %s: %s".formatted(journal.reference(), words), remedy);
    }

    private static String passing() {
        return "This kind of refusal passes by itself as a rule; it has been tried again %d times. See in X3 who locks"
                        .formatted(TRIES - 1)
                + " what it names, or what it lacks, then replay the order.";
    }
}
