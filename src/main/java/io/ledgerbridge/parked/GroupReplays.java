package io.ledgerbridge.parked;

import io.ledgerbridge.books.AuditTrail;
import io.ledgerbridge.queue.DueOrders;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Replays parked orders by their numbers, {@value #AT_ONCE} in a transaction: one that parks again meanwhile is not taken
 * twice, and where it fails, the pages before are replayed.
 */
@Component
public class GroupReplays {

    private static final int AT_ONCE = 500;

    private final DueOrders orders;
    private final ParkedGroups groups;
    private final AuditTrail audit;
    private final TransactionTemplate transactions;

    GroupReplays(DueOrders orders, ParkedGroups groups, AuditTrail audit, TransactionTemplate transactions) {
        this.orders = orders;
        this.groups = groups;
        this.audit = audit;
        this.transactions = transactions;
    }

    /**
     * Marks those due that are parked still.
     *
     * @param who decided, as each order's chain is to tell it
     * @return how many
     */
    public long replay(ParkedGroup group, Map<String, Object> who) {
        long replayed = 0;
        List<Long> some = groups.after(group, 0, AT_ONCE);
        while (!some.isEmpty()) {
            List<Long> page = some;
            Long marked = transactions.execute(running -> page.stream()
                    .filter(order -> replayIfParked(group.store(), order, who))
                    .count());
            replayed += marked == null ? 0 : marked;
            some = groups.after(group, some.get(some.size() - 1), AT_ONCE);
        }
        return replayed;
    }

    /** Whether it was: a person may have set it aside meanwhile. */
    private boolean replayIfParked(String store, long order, Map<String, Object> who) {
        boolean parked = orders.markParked(store, order);
        if (parked) {
            orders.forgive(store, order);
            audit.append(store, order, "order-replayed", null, who);
        }
        return parked;
    }
}
