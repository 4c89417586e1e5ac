package io.ledgerbridge.posting;

import io.ledgerbridge.books.JournalDraft;
import io.ledgerbridge.ledger.JournalEntry;
import java.time.LocalDate;

/** Moves an entry out of a closed period: to the first day of a following month, under the same reference. */
public final class RollForward {

    /** A period closed for longer than this needs a person. */
    public static final int MOST_MONTHS = 12;

    /** As many characters as Sage X3 keeps of a description. */
    private static final int LONGEST_DESCRIPTION = 30;

    private RollForward() {}

    /**
     * A draft whose entry was moved.
     *
     * @param draft as it was planned, not one that was moved before
     * @param months 1 for the month that follows the planned date's, up to {@value #MOST_MONTHS}
     * @throws IllegalArgumentException for any other number of months
     */
    public static JournalDraft of(JournalDraft draft, int months) {
        return new JournalDraft(
                draft.kind(),
                draft.refund(),
                draft.channel(),
                of(draft.entry(), months),
                draft.memo(),
                draft.event(),
                draft.plannedDate());
    }

    /** An entry, likewise moved; its description begins with the date that was planned. */
    public static JournalEntry of(JournalEntry entry, int months) {
        if (months < 1 || months > MOST_MONTHS) {
            throw new IllegalArgumentException(
                    "an entry moves by 1 to %d months, not %d".formatted(MOST_MONTHS, months));
        }
        LocalDate planned = entry.accountingDate();
        return new JournalEntry(
                entry.reference(),
                entry.entryType(),
                entry.journalCode(),
                entry.site(),
                planned.withDayOfMonth(1).plusMonths(months),
                entry.currency(),
                description(planned, entry.reference()),
                entry.lines());
    }

    private static String description(LocalDate planned, String reference) {
        String whole = "Due %s %s".formatted(planned, reference);
        return whole.length() > LONGEST_DESCRIPTION ? "Due " + planned : whole;
    }
}
