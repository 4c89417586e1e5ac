package io.ledgerbridge.work;

import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.books.Books;
import io.ledgerbridge.books.Journal;
import io.ledgerbridge.books.JournalState;
import io.ledgerbridge.books.RestoredBooks;
import io.ledgerbridge.books.UnbookedEntries;
import io.ledgerbridge.books.UnbookedEntry;
import io.ledgerbridge.books.origin.PlanOrigin;
import io.ledgerbridge.faults.Fault;
import io.ledgerbridge.faults.LeaseLost;
import io.ledgerbridge.faults.ParkCode;
import io.ledgerbridge.faults.ParkReason;
import io.ledgerbridge.posting.JournalPlanner;
import io.ledgerbridge.posting.OrderHistory;
import io.ledgerbridge.posting.Plan;
import io.ledgerbridge.posting.rules.Rules;
import io.ledgerbridge.queue.Claim;
import io.ledgerbridge.queue.OrderWork;
import io.ledgerbridge.readings.KeptReadings;
import io.ledgerbridge.sagex3.FolderSettings;
import io.ledgerbridge.sagex3.LookUpPolicy;
import io.ledgerbridge.sagex3.login.PairedFolders;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Plans an order's journals and writes them into the books, before Sage X3 hears of them. */
@Component
public class OrderJournals {

    /** What a reading may have missed is believed to be missing only twice. */
    private static final int READINGS = 2;

    /** A refund is on record at once, as far as BigCommerce says; so many readings in a row have to lack it. */
    private static final int READINGS_FOR_REFUND = 3;

    private static final Set<JournalState> LACKING_OR_REFUSED =
            EnumSet.of(JournalState.WITHDRAWN, JournalState.PLANNED, JournalState.REFUSED);

    private final OrderWork orderWork;
    private final Rules rules;
    private final PairedFolders folders;
    private final Books books;
    private final KeptReadings readings;
    private final ClosedPeriods closedPeriods;
    private final RestoredBooks restoredBooks;
    private final UnbookedEntries unbooked;
    private final AdoptedEntries adopted;
    private final X3Sessions sessions;
    private final TransactionTemplate transactions;

    OrderJournals(
            OrderWork orderWork,
            Rules rules,
            PairedFolders folders,
            Books books,
            KeptReadings readings,
            ClosedPeriods closedPeriods,
            RestoredBooks restoredBooks,
            UnbookedEntries unbooked,
            AdoptedEntries adopted,
            X3Sessions sessions,
            TransactionTemplate transactions) {
        this.orderWork = orderWork;
        this.rules = rules;
        this.folders = folders;
        this.books = books;
        this.readings = readings;
        this.closedPeriods = closedPeriods;
        this.restoredBooks = restoredBooks;
        this.unbooked = unbooked;
        this.adopted = adopted;
        this.sessions = sessions;
        this.transactions = transactions;
    }

    /**
     * Plans an order from what was read of it and what is known of it. Then, in one transaction, it keeps what the reading
     * shows, writes the journals, and takes a session in Sage X3 for them if one is free. What the reading shows is kept
     * even where the order can't be planned, since a later reading may not show it any more.
     *
     * @throws Fault where reading it again may help
     */
    public PlannedWork plan(Claim claim, OrderReading reading) {
        OrderHistory known = orderWork.known(claim.store(), claim.order(), reading);
        List<Journal> all = books.journalsOf(claim.store(), claim.order());
        return kept(claim, reading, known.with(AdoptedEntries.present(all, AdoptedEntries.LACKING)), all)
                .orFault();
    }

    private PlannedWork kept(Claim claim, OrderReading reading, OrderHistory known, List<Journal> all) {
        try {
            Plan plan = believed(plan(claim.store(), reading, known, all), reading);
            List<UnbookedEntry> found = unbooked.take(claim);
            return Objects.requireNonNull(
                    transactions.execute(begun -> written(claim, reading, known, plan, found, all)));
        } catch (LeaseLost lost) {
            throw lost;
        } catch (RuntimeException unplanned) {
            noteReading(claim, reading, known, unplanned);
            throw unplanned;
        }
    }

    private void noteReading(Claim claim, OrderReading reading, OrderHistory known, RuntimeException unplanned) {
        try {
            orderWork.noteReading(claim, reading, known, zone(claim));
        } catch (RuntimeException failed) {
            unplanned.addSuppressed(failed);
        }
    }

    private ZoneId zone(Claim claim) {
        return rules.of(claim.store()).journal().zone();
    }

    private static Plan believed(Plan plan, OrderReading reading) {
        ParkReason reason = plan.reason();
        if (reason != null && plan.journals().isEmpty() && mayHaveSlipped(reason, reading)) {
            throw Fault.needsPersonAfter(READINGS, reason);
        }
        return plan;
    }

    /** Products may slip at a page's edge, and a list of rates that is empty, or not there (204), be one that was not ready. */
    private static boolean mayHaveSlipped(ParkReason reason, OrderReading reading) {
        return reason.parks() == ParkCode.PRODUCTS_DIFFER
                || (reason.parks() == ParkCode.UNKNOWN_TAX && reading.taxes().isEmpty());
    }

    private PlannedWork written(
            Claim claim,
            OrderReading reading,
            OrderHistory known,
            Plan plan,
            List<UnbookedEntry> found,
            List<Journal> all) {
        orderWork.noteReading(claim, reading, known, zone(claim));
        orderWork.notePlan(claim, reading, known, plan);
        FolderSettings folder = folders.of(claim.store());
        if (!found.isEmpty()) {
            return adopted.taken(claim, folder.folder(), reading, known, plan, found);
        }
        PlanOrigin origin = plan.journals().isEmpty()
                ? PlanOrigin.UNKNOWN
                : readings.keep(claim, rules.of(claim.store()), reading, known, all);
        List<Journal> journals = books.plan(claim, folder.folder(), plan.journals(), plan.why(), origin);
        if (!journals.isEmpty()) {
            readyToSend(claim, reading, folder, journals);
        }
        return new PlannedWork(plan.decision(), journals, plan.why(), plan.reason());
    }

    private void readyToSend(Claim claim, OrderReading reading, FolderSettings folder, List<Journal> journals) {
        sessions.take(claim, folder.concurrency());
        if (folder.lookUp() == LookUpPolicy.WHEN_UNCERTAIN
                && !restoredBooks.isPlacedSince(reading.order().createdAt())) {
            restoredBooks.lookFirst(journals);
        }
    }

    /**
     * Has the order read again before it parks, as long as BigCommerce may only be late with a refund whose status it gave
     * the order already.
     *
     * @throws Fault at the first two readings in a row
     */
    public void readAgain(ParkReason reason) {
        if (reason.parks() == ParkCode.REFUNDED_WITHOUT_REFUND) {
            throw Fault.needsPersonAfter(READINGS_FOR_REFUND, reason);
        }
    }

    /** What planning would come to, without writing anything; what Sage X3 refused counts as lacking. */
    public Plan preview(String store, long order, OrderReading reading, OrderHistory known) {
        List<Journal> all = books.journalsOf(store, order);
        return plan(store, reading, known.with(AdoptedEntries.present(all, LACKING_OR_REFUSED)), all);
    }

    private Plan plan(String store, OrderReading reading, OrderHistory known, List<Journal> all) {
        Plan plan = new JournalPlanner(rules.of(store)).plan(reading, known);
        return plan.with(closedPeriods.forward(store, plan.journals(), all));
    }
}
