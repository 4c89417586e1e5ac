package io.ledgerbridge.parked;

import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.books.Books;
import io.ledgerbridge.books.Journal;
import io.ledgerbridge.books.JournalState;
import io.ledgerbridge.posting.OrderHistory;
import io.ledgerbridge.posting.Plan;
import io.ledgerbridge.queue.OrderWork;
import io.ledgerbridge.work.OrderJournals;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What working an order would come to now; nothing is written, and Sage X3 is not asked. */
@Component
public class OrderPreview {

    private static final Set<JournalState> IN_X3 =
            EnumSet.of(JournalState.POSTED, JournalState.SENDING, JournalState.UNKNOWN);

    private final OrderWork work;
    private final OrderJournals journals;
    private final Books books;

    OrderPreview(OrderWork work, OrderJournals journals, Books books) {
        this.work = work;
        this.journals = journals;
        this.books = books;
    }

    /**
     * Which order is asked about: no claim, since nothing is done to it.
     *
     * @param supposed what is taken for done
     */
    public record Asked(String store, long order, Supposed supposed) {

        public Asked(String store, long order) {
            this(store, order, Supposed.NOTHING);
        }
    }

    /**
     * What would be done.
     *
     * @param unsettled journals that Sage X3 would be asked about first; the plan takes those it refused for lacking, and
     *     the others for posted
     * @param ledger journals that Sage X3 has, or may have
     */
    public record Preview(Plan plan, List<Journal> unsettled, List<Journal> ledger) {}

    /** Plans an order from what was just read of it. */
    @Transactional(readOnly = true)
    public Preview of(Asked asked, OrderReading reading) {
        OrderHistory known = asked.supposed().change().apply(work.known(asked.store(), asked.order(), reading));
        return new Preview(
                journals.preview(asked.store(), asked.order(), reading, known),
                books.unsettledOf(asked.store(), asked.order()),
                books.journalsOf(asked.store(), asked.order()).stream()
                        .filter(journal -> IN_X3.contains(journal.state()))
                        .toList());
    }
}
