package io.ledgerbridge.posting.unbooked;

import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.books.Journal;
import io.ledgerbridge.books.JournalDraft;
import io.ledgerbridge.books.JournalKind;
import io.ledgerbridge.books.UnbookedEntry;
import io.ledgerbridge.faults.ParkReason;
import io.ledgerbridge.posting.Decision;
import io.ledgerbridge.posting.JournalPlanner;
import io.ledgerbridge.posting.OrderHistory;
import io.ledgerbridge.posting.Plan;
import io.ledgerbridge.posting.rules.PostingRules;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What Sage X3 has of an order and the books lack, beside what they would post. It is taken into the books where it can be
 * nothing but what was posted from newer books: several entries under the order's references after which the plan has
 * nothing left to post.
 */
public final class UnbookedHistory {

    private final PostingRules rules;
    private final OrderReading reading;
    private final OrderHistory known;
    private final List<JournalDraft> planned;
    private final List<UnbookedEntry> found;

    /**
     * @param known with the journals that Sage X3 has, as the books know them
     * @param planned what the books would post
     * @param found what Sage X3 has under the order's references, and the books don't
     */
    public UnbookedHistory(
            PostingRules rules,
            OrderReading reading,
            OrderHistory known,
            List<JournalDraft> planned,
            List<UnbookedEntry> found) {
        this.rules = rules;
        this.reading = reading;
        this.known = known;
        this.planned = planned;
        this.found = found.stream()
                .sorted(Comparator.comparing(UnbookedEntry::accountingDate)
                        .thenComparing(entry -> entry.kind() != JournalKind.ORDER)
                        .thenComparing(entry -> entry.kind() != JournalKind.REVERSAL)
                        .thenComparing(UnbookedEntry::reference))
                .toList();
    }

    /** The entries found as journals, in the order of {@link #found()}; nothing where they prove nothing. */
    public Optional<List<JournalDraft>> journals() {
        UnbookedDrafts entries = new UnbookedDrafts(reading.order().id(), known, planned);
        List<JournalDraft> drafts =
                found.stream().flatMap(entry -> entries.of(entry).stream()).toList();
        boolean whole = found.size() > 1 && drafts.size() == found.size();
        return whole && isAllOfIt(drafts) ? Optional.of(drafts) : Optional.empty();
    }

    public List<UnbookedEntry> found() {
        return found;
    }

    /**
     * Why the order parks.
     *
     * @param behind whether the store's books are known to be behind
     */
    public ParkReason reason(boolean behind) {
        boolean ours = behind || found.size() > 1 || found.get(0).kind() != JournalKind.ORDER;
        return ours ? UnbookedReasons.older(found, planned) : UnbookedReasons.taken(found.get(0));
    }

    /** Whether the order as such needs nothing more with these: only refunds may be left. */
    private boolean isAllOfIt(List<JournalDraft> drafts) {
        List<Journal> posted = Stream.concat(
                        known.journals().stream(),
                        IntStream.range(0, drafts.size())
                                .mapToObj(index -> found.get(index)
                                        .posted(
                                                Long.MAX_VALUE - found.size() + index,
                                                rules.store(),
                                                reading.order().id(),
                                                drafts.get(index))))
                .toList();
        Plan plan = new JournalPlanner(rules).plan(reading, known.with(posted));
        return plan.decision() == Decision.POST
                && plan.journals().stream().allMatch(draft -> draft.kind() == JournalKind.REFUND);
    }
}
