package io.ledgerbridge.parked;

import io.ledgerbridge.books.AuditTrail;
import io.ledgerbridge.logging.Words;
import io.ledgerbridge.queue.DueOrders;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a person decides about orders. A replay marks an order due, as an event does, so that it is read and worked as it
 * is now. Who decided stands in the order's audit trail, which is written under the lock of the order's row.
 */
@Component
public class Replays {

    private static final int AT_ONCE = 500;

    private final DueOrders orders;
    private final DeadLetters letters;
    private final AuditTrail audit;
    private final Words words;
    private final TransactionTemplate transactions;

    Replays(DueOrders orders, DeadLetters letters, AuditTrail audit, Words words, TransactionTemplate transactions) {
        this.words = words;
        this.orders = orders;
        this.letters = letters;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** Marks an order due, for the first time where nothing was known of it. */
    @Transactional
    public void replay(String store, long order, String user) {
        orders.mark(store, order);
        orders.forgive(store, order);
        audit.append(store, order, "order-replayed", null, Map.of("by", user));
    }

    /**
     * Replays the parked orders of a store by their ids, {@value #AT_ONCE} in a transaction: one that parks again
     * meanwhile is not taken twice, and where it fails, the pages before are replayed.
     *
     * @param reason null for every reason
     * @return how many
     */
    public int replayParked(String store, @Nullable String reason, String user) {
        int replayed = 0;
        List<Long> some = letters.orders(store, reason, 0, AT_ONCE);
        while (!some.isEmpty()) {
            List<Long> page = some;
            Integer marked = transactions.execute(status -> (int) page.stream()
                    .filter(order -> replayIfParked(store, order, user))
                    .count());
            replayed += marked == null ? 0 : marked;
            some = letters.orders(store, reason, some.get(some.size() - 1), AT_ONCE);
        }
        return replayed;
    }

    /** Whether it was: a person may have dismissed it meanwhile. */
    private boolean replayIfParked(String store, long order, String user) {
        boolean parked = orders.markParked(store, order);
        if (parked) {
            orders.forgive(store, order);
            audit.append(store, order, "order-replayed", null, Map.of("by", user));
        }
        return parked;
    }

    /**
     * Takes an order from the parked ones: it is ignored, for the reason that a person gives. An event is still a hint,
     * so an order that changes afterwards is worked again. What Sage X3 has of it stays there.
     *
     * @return false where the order isn't parked
     */
    @Transactional
    public boolean dismiss(String store, long order, String why, String user) {
        if (!orders.dismiss(store, order, words.kept(why))) {
            return false;
        }
        audit.append(store, order, "order-dismissed", null, Map.of("by", user, "why", why));
        return true;
    }
}
