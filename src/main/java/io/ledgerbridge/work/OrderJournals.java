package io.ledgerbridge.work;

import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.books.Books;
import io.ledgerbridge.books.Journal;
import io.ledgerbridge.books.JournalDraft;
import io.ledgerbridge.books.JournalState;
import io.ledgerbridge.books.RestoredBooks;
import io.ledgerbridge.books.Traced;
import io.ledgerbridge.books.Traces;
import io.ledgerbridge.faults.Fault;
import io.ledgerbridge.faults.Fence;
import io.ledgerbridge.faults.LeaseLost;
import io.ledgerbridge.faults.ParkCode;
import io.ledgerbridge.faults.ParkReason;
import io.ledgerbridge.posting.Decision;
import io.ledgerbridge.posting.JournalPlanner;
import io.ledgerbridge.posting.OrderHistory;
import io.ledgerbridge.posting.Plan;
import io.ledgerbridge.posting.TracedHistory;
import io.ledgerbridge.posting.rules.Rules;
import io.ledgerbridge.queue.Claim;
import io.ledgerbridge.queue.OrderWork;
import io.ledgerbridge.sagex3.FolderSettings;
import io.ledgerbridge.sagex3.LookUp;
import io.ledgerbridge.sagex3.login.PairedFolders;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Plans an order's journals and writes them into the books, before Sage X3 hears of them. */
@Component
public class OrderJournals {

    /** At a page's edge products can slip while they are read, so their sum is believed to be wrong only twice. */
    private static final int READINGS = 2;

    private static final Set<JournalState> LACKING = EnumSet.of(JournalState.WITHDRAWN, JournalState.PLANNED);
    private static final Set<JournalState> LACKING_OR_REFUSED =
            EnumSet.of(JournalState.WITHDRAWN, JournalState.PLANNED, JournalState.REFUSED);

    private final OrderWork orderWork;
    private final Rules rules;
    private final PairedFolders folders;
    private final Books books;
    private final ClosedPeriods closedPeriods;
    private final RestoredBooks restoredBooks;
    private final Traces traces;
    private final Sessions sessions;
    private final TransactionTemplate transactions;

    OrderJournals(
            OrderWork orderWork,
            Rules rules,
            PairedFolders folders,
            Books books,
            ClosedPeriods closedPeriods,
            RestoredBooks restoredBooks,
            Traces traces,
            Sessions sessions,
            TransactionTemplate transactions) {
        this.orderWork = orderWork;
        this.rules = rules;
        this.folders = folders;
        this.books = books;
        this.closedPeriods = closedPeriods;
        this.restoredBooks = restoredBooks;
        this.traces = traces;
        this.sessions = sessions;
        this.transactions = transactions;
    }

    /**
     * What is to be done with an order, and the journals in the books that do it.
     *
     * @param why one sentence
     * @param reason present when the order parks
     * @param fault with which its work ends once the books are written; none where it goes on
     */
    public record Work(
            Decision decision,
            List<Journal> journals,
            String why,
            @Nullable ParkReason reason,
            @Nullable Fault fault) {

        public Work(Decision decision, List<Journal> journals, String why, @Nullable ParkReason reason) {
            this(decision, journals, why, reason, null);
        }

        private Work orFault() {
            if (fault != null) {
                throw fault;
            }
            return this;
        }
    }

    /**
     * Plans an order from what was read of it and what is known of it. In one transaction it keeps what the reading
     * shows, writes the journals, and takes a session in Sage X3 for them if one is free. What the reading shows is kept
     * even where the order can't be planned, since a later reading may not show it any more.
     *
     * @throws Fault where reading it again may help
     */
    public Work plan(Claim claim, OrderReading reading) {
        return kept(claim, reading).orFault();
    }

    private Work kept(Claim claim, OrderReading reading) {
        try {
            return Objects.requireNonNull(transactions.execute(begun -> planned(claim, reading)));
        } catch (LeaseLost lost) {
            throw lost;
        } catch (RuntimeException unplanned) {
            orderWork.noteReading(claim, reading);
            throw unplanned;
        }
    }

    private Work planned(Claim claim, OrderReading reading) {
        OrderHistory known = orderWork.noteReading(claim, reading);
        Plan plan = plan(claim.store(), claim.order(), reading, known, LACKING);
        ParkReason reason = plan.reason();
        if (reason != null && reason.parks() == ParkCode.PRODUCTS_DIFFER) {
            throw Fault.needsPersonAfter(READINGS, reason);
        }
        FolderSettings folder = folders.of(claim.store());
        List<Traced> found = traces.take(claim);
        if (!found.isEmpty()) {
            return traced(claim, folder.folder(), reading, known, plan, found);
        }
        List<Journal> journals = books.plan(claim, folder.folder(), plan.journals(), plan.why());
        if (!journals.isEmpty()) {
            sessions.take(claim, folder.concurrency());
        }
        if (!journals.isEmpty()
                && folder.lookUp() == LookUp.WHEN_UNCERTAIN
                && !restoredBooks.isPlacedSince(reading.order().createdAt())) {
            restoredBooks.lookFirst(journals);
        }
        return new Work(plan.decision(), journals, plan.why(), reason);
    }

    /** Sage X3 has entries of the order that the books lack: they are taken into the books, or told to a person. */
    private Work traced(
            Fence fence, String folder, OrderReading reading, OrderHistory known, Plan plan, List<Traced> found) {
        List<Journal> present = present(books.journalsOf(fence.store(), fence.order()), LACKING);
        TracedHistory history =
                new TracedHistory(rules.of(fence.store()), reading, known.with(present), plan.journals(), found);
        Optional<List<JournalDraft>> journals = history.journals();
        if (journals.isEmpty()) {
            boolean behind = restoredBooks.of(fence.store()).isPresent();
            ParkReason reason = history.reason(behind);
            return new Work(Decision.PARK, List.of(), reason.detail(), reason);
        }
        List<String> numbers = history.found().stream().map(Traced::x3Number).toList();
        books.adopt(fence, folder, journals.get(), numbers);
        books.journalsOf(fence.store(), fence.order()).stream()
                .filter(journal -> numbers.contains(journal.x3Number()))
                .forEach(journal -> restoredBooks.missed(journal, String.valueOf(journal.x3Number())));
        Fault anew = Fault.plannedAnew("took %s of Sage X3 into the books".formatted(numbers));
        return new Work(plan.decision(), List.of(), plan.why(), null, anew);
    }

    private static List<Journal> present(List<Journal> all, Set<JournalState> lacking) {
        return all.stream()
                .filter(journal -> !lacking.contains(journal.state()))
                .toList();
    }

    /** The same, without writing anything; what Sage X3 refused counts as lacking, as if it had been asked again. */
    public Plan preview(String store, long order, OrderReading reading, OrderHistory known) {
        return plan(store, order, reading, known, LACKING_OR_REFUSED);
    }

    private Plan plan(String store, long order, OrderReading reading, OrderHistory known, Set<JournalState> lacking) {
        List<Journal> all = books.journalsOf(store, order);
        List<Journal> present = present(all, lacking);
        Plan plan = new JournalPlanner(rules.of(store)).plan(reading, known.with(present));
        return new Plan(plan.decision(), closedPeriods.forward(store, plan.journals(), all), plan.why(), plan.reason());
    }
}
