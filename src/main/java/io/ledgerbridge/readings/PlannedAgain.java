package io.ledgerbridge.readings;

import io.ledgerbridge.books.Journal;
import io.ledgerbridge.books.JournalDraft;
import io.ledgerbridge.posting.JournalPlanner;
import io.ledgerbridge.posting.Plan;
import io.ledgerbridge.posting.RollForward;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What comes out where an order is planned again.
 *
 * @param plan null where it can't be
 * @param instead what is to be said of its journals then
 * @param rules the version of the rules by which it was planned
 */
record PlannedAgain(@Nullable Plan plan, Recomputed instead, int rules) {

    static PlannedAgain of(Plan plan, int rules) {
        return new PlannedAgain(plan, Recomputed.SAME, rules);
    }

    static PlannedAgain not(Recomputed instead) {
        return new PlannedAgain(null, instead, JournalPlanner.RULES);
    }

    /** How a journal of the books compares with it. */
    Recomputed compared(Journal journal) {
        return plan == null ? instead : underRules(compared(journal, plan));
    }

    private Recomputed underRules(Recomputed compared) {
        return rules == JournalPlanner.RULES || compared.outcome() == Recomputed.Outcome.SAME
                ? compared
                : Recomputed.different("%s (it was planned by version %d of the rules, and this program has version %d)"
                        .formatted(compared.words(), rules, JournalPlanner.RULES));
    }

    private static Recomputed compared(Journal journal, Plan plan) {
        Optional<JournalDraft> planned = plan.journals().stream()
                .filter(draft -> draft.entry().reference().equals(journal.reference()))
                .findFirst();
        if (planned.isEmpty()) {
            return Recomputed.different("planned again the order has no such journal: " + plan.why());
        }
        return JournalDifference.of(journal.draft(), rolled(planned.get(), journal.draft()))
                .map(Recomputed::different)
                .orElse(Recomputed.SAME);
    }

    /** Sage X3's closed periods are no part of a plan: it goes to the month to which the books say that it went. */
    private static JournalDraft rolled(JournalDraft planned, JournalDraft kept) {
        if (kept.originalDate() == null) {
            return planned;
        }
        LocalDate belongs = planned.entry().accountingDate();
        long months = ChronoUnit.MONTHS.between(
                YearMonth.from(belongs), YearMonth.from(kept.entry().accountingDate()));
        return months < 1 || months > RollForward.MOST_MONTHS ? planned : RollForward.of(planned, (int) months);
    }
}
