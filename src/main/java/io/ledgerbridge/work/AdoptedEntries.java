package io.ledgerbridge.work;

import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.books.Books;
import io.ledgerbridge.books.Journal;
import io.ledgerbridge.books.JournalDraft;
import io.ledgerbridge.books.JournalState;
import io.ledgerbridge.books.RestoredBooks;
import io.ledgerbridge.books.UnbookedEntry;
import io.ledgerbridge.faults.Fault;
import io.ledgerbridge.faults.Fence;
import io.ledgerbridge.faults.ParkReason;
import io.ledgerbridge.posting.Decision;
import io.ledgerbridge.posting.OrderHistory;
import io.ledgerbridge.posting.Plan;
import io.ledgerbridge.posting.rules.Rules;
import io.ledgerbridge.posting.unbooked.UnbookedHistory;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Entries that Sage X3 has of an order and the books lack, as after a restored backup. */
@Component
class AdoptedEntries {

    /** In these states a journal is not in Sage X3. */
    static final Set<JournalState> LACKING = EnumSet.of(JournalState.WITHDRAWN, JournalState.PLANNED);

    private final Rules rules;
    private final Books books;
    private final RestoredBooks restoredBooks;

    AdoptedEntries(Rules rules, Books books, RestoredBooks restoredBooks) {
        this.rules = rules;
        this.books = books;
        this.restoredBooks = restoredBooks;
    }

    /** Takes them into the books, or has a person told, where they prove nothing. */
    PlannedWork taken(
            Fence fence,
            String folder,
            OrderReading reading,
            OrderHistory known,
            Plan plan,
            List<UnbookedEntry> found) {
        List<Journal> present = present(books.journalsOf(fence.store(), fence.order()), LACKING);
        UnbookedHistory history =
                new UnbookedHistory(rules.of(fence.store()), reading, known.with(present), plan.journals(), found);
        Optional<List<JournalDraft>> journals = history.journals();
        if (journals.isEmpty()) {
            boolean behind = restoredBooks.of(fence.store()).isPresent();
            ParkReason reason = history.reason(behind);
            return new PlannedWork(Decision.PARK, List.of(), reason.detail(), reason);
        }
        List<String> numbers =
                history.found().stream().map(UnbookedEntry::x3Number).toList();
        books.adopt(fence, folder, journals.get(), numbers);
        books.journalsOf(fence.store(), fence.order()).stream()
                .filter(journal -> numbers.contains(journal.x3Number()))
                .forEach(journal -> restoredBooks.missed(journal, String.valueOf(journal.x3Number())));
        Fault anew = Fault.plannedAnew("took %s of Sage X3 into the books".formatted(numbers));
        return new PlannedWork(plan.decision(), List.of(), plan.why(), null, anew);
    }

    /** Those that are in Sage X3. */
    static List<Journal> present(List<Journal> all, Set<JournalState> lacking) {
        return all.stream()
                .filter(journal -> !lacking.contains(journal.state()))
                .toList();
    }
}
