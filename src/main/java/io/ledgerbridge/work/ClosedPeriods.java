package io.ledgerbridge.work;

import io.ledgerbridge.books.Journal;
import io.ledgerbridge.books.JournalDraft;
import io.ledgerbridge.books.JournalState;
import io.ledgerbridge.faults.Fault;
import io.ledgerbridge.faults.ParkCode;
import io.ledgerbridge.faults.ParkReason;
import io.ledgerbridge.posting.RollForward;
import io.ledgerbridge.posting.rules.JournalSettings;
import io.ledgerbridge.posting.rules.RefusalTexts;
import io.ledgerbridge.posting.rules.Rules;
import io.ledgerbridge.sagex3.Refusals.Refusal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What follows when Sage X3 refuses a date because its period is closed, or its fiscal year, or the journal for it: the order parks, or the journal rolls forward,
 * month by month. Each month is one working of the order, in which the journal that was refused is looked for, withdrawn
 * and planned anew on the date that the refusal left behind.
 */
@Component
public class ClosedPeriods {

    private final Rules rules;

    ClosedPeriods(Rules rules) {
        this.rules = rules;
    }

    /** What follows from a refusal in these words; empty where they are about no closed period. */
    Optional<Refusal> read(Journal journal, String words) {
        JournalSettings settings = rules.of(journal.store()).journal();
        if (!RefusalTexts.isIn(words, settings.closedPeriodTexts())) {
            return Optional.empty();
        }
        return Optional.of(
                settings.closedPeriod() == JournalSettings.ClosedPeriod.PARK
                        ? new Refusal(Fault.needsPerson(reason(journal, words)), null)
                        : rolled(journal, words));
    }

    /** After the last month it parks, and a replay begins with the date that it belongs to. */
    private static Refusal rolled(Journal journal, String words) {
        LocalDate belongs = journal.draft().plannedDate();
        LocalDate next = journal.entry().accountingDate().withDayOfMonth(1).plusMonths(1);
        if (months(belongs, next) > RollForward.MOST_MONTHS) {
            return new Refusal(Fault.needsPerson(reason(journal, words)), belongs);
        }
        return new Refusal(Fault.plannedAnew("%s goes to %s: %s".formatted(journal.reference(), next, words)), next);
    }

    /**
     * Drafts as they are to be written.
     *
     * @param journals of the order, of which those that Sage X3 lacks tell how far a date has rolled
     */
    List<JournalDraft> forward(String store, List<JournalDraft> drafts, List<Journal> journals) {
        boolean rolls = rules.of(store).journal().closedPeriod() == JournalSettings.ClosedPeriod.ROLL_FORWARD;
        return rolls ? drafts.stream().map(draft -> forward(draft, journals)).toList() : drafts;
    }

    private static JournalDraft forward(JournalDraft draft, List<Journal> journals) {
        LocalDate planned = draft.entry().accountingDate();
        return journals.stream()
                .filter(journal -> journal.state() == JournalState.PLANNED || journal.state() == JournalState.REFUSED)
                .filter(journal -> journal.reference().equals(draft.entry().reference()))
                .filter(journal -> journal.draft().plannedDate().equals(draft.plannedDate()))
                .map(ClosedPeriods::nextDate)
                .filter(date -> date.isAfter(planned))
                .findFirst()
                .map(date -> RollForward.of(draft, months(planned, date)))
                .orElse(draft);
    }

    private static LocalDate nextDate(Journal journal) {
        LocalDate next = journal.nextDate();
        return next == null ? journal.entry().accountingDate() : next;
    }

    private static int months(LocalDate from, LocalDate to) {
        return (int) ChronoUnit.MONTHS.between(YearMonth.from(from), YearMonth.from(to));
    }

    private static ParkReason reason(Journal journal, String words) {
        return new ParkReason(
                ParkCode.CLOSED_PERIOD,
                "Sage X3 refused %s at %s: %s"
                        .formatted(journal.reference(), journal.entry().accountingDate(), words),
                "Open the period in X3, or the journal for it, or set journal.closed-period to roll-forward, then work the order again.");
    }
}
