package io.ledgerbridge.posting;

import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.books.Books;
import io.ledgerbridge.books.Fault;
import io.ledgerbridge.books.Fence;
import io.ledgerbridge.books.Journal;
import io.ledgerbridge.books.JournalState;
import io.ledgerbridge.books.ParkReason;
import io.ledgerbridge.sagex3.PairedFolders;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Plans an order's journals and writes them into the books, before Sage X3 hears of them. */
@Component
public class OrderJournals {

    /** At a page's edge products can slip while they are read, so their sum is believed to be wrong only twice. */
    private static final int READINGS = 2;

    private static final Set<JournalState> LACKING = EnumSet.of(JournalState.WITHDRAWN, JournalState.PLANNED);
    private static final Set<JournalState> LACKING_OR_REFUSED =
            EnumSet.of(JournalState.WITHDRAWN, JournalState.PLANNED, JournalState.REFUSED);

    private final Rules rules;
    private final PairedFolders folders;
    private final Books books;
    private final ClosedPeriods closedPeriods;

    OrderJournals(Rules rules, PairedFolders folders, Books books, ClosedPeriods closedPeriods) {
        this.rules = rules;
        this.folders = folders;
        this.books = books;
        this.closedPeriods = closedPeriods;
    }

    /**
     * What is to be done with an order, and the journals in the books that do it.
     *
     * @param why one sentence
     * @param reason present when the order parks
     */
    public record Work(
            Decision decision,
            List<Journal> journals,
            String why,
            @Nullable ParkReason reason) {}

    /**
     * Plans an order from what was read of it and what is known of it.
     *
     * @throws Fault where reading it again may help
     */
    public Work plan(Fence fence, OrderReading reading, OrderHistory known) {
        Plan plan = plan(fence.store(), fence.order(), reading, known, LACKING);
        ParkReason reason = plan.reason();
        if (reason != null && reason.code().equals("products-differ")) {
            throw Fault.needsPersonAfter(READINGS, reason);
        }
        String folder = folders.of(fence.store()).folder();
        List<Journal> journals = books.plan(fence, folder, plan.journals(), plan.why());
        return new Work(plan.decision(), journals, plan.why(), reason);
    }

    /** The same, without writing anything; what Sage X3 refused counts as lacking, as if it had been asked again. */
    public Plan preview(String store, long order, OrderReading reading, OrderHistory known) {
        return plan(store, order, reading, known, LACKING_OR_REFUSED);
    }

    private Plan plan(String store, long order, OrderReading reading, OrderHistory known, Set<JournalState> lacking) {
        List<Journal> all = books.journalsOf(store, order);
        List<Journal> present = all.stream()
                .filter(journal -> !lacking.contains(journal.state()))
                .toList();
        Plan plan = new JournalPlanner(rules.of(store)).plan(reading, known.with(present));
        return new Plan(plan.decision(), closedPeriods.forward(store, plan.journals(), all), plan.why(), plan.reason());
    }
}
