package io.ledgerbridge.readings;

import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.books.Journal;
import io.ledgerbridge.books.JournalDraft;
import io.ledgerbridge.posting.JournalPlanner;
import io.ledgerbridge.posting.OrderHistory;
import io.ledgerbridge.posting.Plan;
import io.ledgerbridge.posting.RollForward;
import io.ledgerbridge.posting.rules.PostingRules;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** A journal planned again, from what it was planned from. */
final class PlannedAgain {

    private PlannedAgain() {}

    /**
     * Compares a journal of the books with what its plan comes to.
     *
     * @param rules with the mapping that it was planned with
     * @param known of its order then
     */
    static Recomputed of(Journal journal, PostingRules rules, OrderReading reading, OrderHistory known) {
        Plan plan = new JournalPlanner(rules).plan(reading, known);
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
