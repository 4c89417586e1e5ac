package io.ledgerbridge.posting;

import io.ledgerbridge.books.JournalDraft;
import io.ledgerbridge.books.JournalKind;
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
     * A draft whose entry was moved; its description begins with the date that it belongs to.
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
                of(draft, draft.entry(), months),
                draft.memo(),
                draft.event(),
                draft.plannedDate());
    }

    private static JournalEntry of(JournalDraft draft, JournalEntry entry, int months) {
        if (months < 1 || months > MOST_MONTHS) {
            throw new IllegalArgumentException(
                    "an entry moves by 1 to %d months, not %d".formatted(MOST_MONTHS, months));
        }
        LocalDate moved = entry.accountingDate().withDayOfMonth(1).plusMonths(months);
        LocalDate belongs = draft.plannedDate();
        return new JournalEntry(
                entry.reference(),
                entry.entryType(),
                entry.journalCode(),
                entry.site(),
                moved,
                belongs,
                isAtItsOwnRate(draft.kind()) ? moved : entry.rateDate(),
                entry.currency(),
                description(belongs, entry.reference()),
                entry.lines());
    }

    /** A first entry and an adjustment have the rate of their accounting date; the others that of what they take back. */
    private static boolean isAtItsOwnRate(JournalKind kind) {
        return kind == JournalKind.ORDER || kind == JournalKind.ADJUSTMENT;
    }

    /** How an entry is described whose date is later than the one that it belongs to. */
    static String description(LocalDate belongs, String reference) {
        String whole = "Due %s %s".formatted(belongs, reference);
        return whole.length() > LONGEST_DESCRIPTION ? "Due " + belongs : whole;
    }
}
