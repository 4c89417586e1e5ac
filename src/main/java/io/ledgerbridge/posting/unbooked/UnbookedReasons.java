package io.ledgerbridge.posting.unbooked;

import io.ledgerbridge.books.JournalDraft;
import io.ledgerbridge.books.TakenReference;
import io.ledgerbridge.books.UnbookedEntry;
import io.ledgerbridge.faults.ParkCode;
import io.ledgerbridge.faults.ParkReason;
import io.ledgerbridge.ledger.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Why an order parks of which Sage X3 has entries that the books lack. */
final class UnbookedReasons {

    private UnbookedReasons() {}

    /**
     * The books are behind.
     *
     * @param found what Sage X3 has
     * @param planned what the books would post
     */
    static ParkReason older(List<UnbookedEntry> found, List<JournalDraft> planned) {
        String words = found.stream().map(UnbookedEntry::words).collect(Collectors.joining(" and "));
        String ours = planned.stream().map(UnbookedReasons::words).collect(Collectors.joining(" and "));
        return new ParkReason(
                ParkCode.BOOKS_BEHIND,
                "Sage X3 has %s, which these books never sent; they would post %s"
                        .formatted(words, ours.isEmpty() ? "nothing" : ours),
                "The books are older than Sage X3's ledger, as a restored backup is. Restore newer books, then work the order again. Or"
                        + " see whether X3's entries together hold what the order should: if so, set the order aside as no-entry; if"
                        + " not, correct them in X3 and clear their references, then work the order again.");
    }

    /** Somebody else has the reference. */
    static ParkReason taken(UnbookedEntry entry) {
        return TakenReference.reason(entry.reference(), entry.x3Number(), String.valueOf(entry.difference()));
    }

    private static String words(JournalDraft draft) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        draft.entry()
                .lines()
                .forEach(line -> sums.merge(line.account(), line.amount().amount(), BigDecimal::add));
        return "%s of %s (%s %s)"
                .formatted(
                        draft.entry().reference(),
                        draft.entry().accountingDate(),
                        sums.entrySet().stream()
                                .map(sum -> sum.getKey() + " "
                                        + Money.digits(
                                                sum.getValue(),
                                                draft.entry().currency().getCurrencyCode()))
                                .collect(Collectors.joining(", ")),
                        draft.entry().currency());
    }
}
