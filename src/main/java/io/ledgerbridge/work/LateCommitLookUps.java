package io.ledgerbridge.work;

import io.ledgerbridge.books.Journal;
import io.ledgerbridge.books.LateCommits;
import io.ledgerbridge.books.UnbookedEntries;
import io.ledgerbridge.queue.Claim;
import io.ledgerbridge.queue.DueOrders;
import io.ledgerbridge.queue.OrderWork;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes orders due whose references are to be looked up again in Sage X3. Where nothing else has marked them, nothing
 * else is done with them: an order that was set aside stays so, and a parked one keeps its reason.
 */
@Component
public class LateCommitLookUps {

    /** So many at a turn. */
    private static final int AT_ONCE = 100;

    /** What is next for an order whose references were looked up. */
    public enum Next {
        /** Its work. */
        WORK,
        /** Nothing: it was due for the look-ups alone. */
        END
    }

    private final LateCommits lateCommits;
    private final UnbookedEntries unbooked;
    private final DueOrders orders;
    private final OrderWork work;
    private final TransactionTemplate transactions;

    LateCommitLookUps(
            LateCommits lateCommits,
            UnbookedEntries unbooked,
            DueOrders orders,
            OrderWork work,
            TransactionTemplate transactions) {
        this.lateCommits = lateCommits;
        this.unbooked = unbooked;
        this.orders = orders;
        this.work = work;
        this.transactions = transactions;
    }

    /** Makes the orders due whose time has come; one that can't be keeps no other from it, and is put off. */
    public void mark() {
        List<RuntimeException> failures = new ArrayList<>();
        for (LateCommits.Watched watched : lateCommits.whoseTimeHasCome(AT_ONCE)) {
            try {
                transactions.executeWithoutResult(status -> mark(watched));
            } catch (RuntimeException failed) {
                failures.add(failed);
                lateCommits.postpone(watched);
            }
        }
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
    }

    /** The order's row is locked first, as its worker does. */
    private void mark(LateCommits.Watched watched) {
        if (lateCommits.ready(watched).isPresent()) {
            if (orders.look(watched.store(), watched.order())) {
                lateCommits.makeDue(watched);
            } else {
                lateCommits.postpone(watched);
            }
        } else {
            lateCommits.putOff(watched);
        }
    }

    /** The journals of an order that its work has to look up, beside those whose fate isn't known. */
    public List<Journal> dueOf(String store, long order) {
        List<Journal> due = new ArrayList<>();
        for (LateCommits.Watched watched : lateCommits.dueOf(store, order)) {
            lateCommits.ready(watched).ifPresentOrElse(due::add, () -> lateCommits.putOff(watched));
        }
        due.addAll(unbooked.asked(store, order));
        return due;
    }

    /** Gives back the claim of an order that was due for look-ups alone. */
    public Next next(Claim claim) {
        return work.endLookUps(claim) ? Next.END : Next.WORK;
    }
}
