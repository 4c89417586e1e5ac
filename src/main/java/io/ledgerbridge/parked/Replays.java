package io.ledgerbridge.parked;

import io.ledgerbridge.bigcommerce.Shops;
import io.ledgerbridge.books.AuditTrail;
import io.ledgerbridge.logging.Words;
import io.ledgerbridge.posting.SetAside;
import io.ledgerbridge.queue.DueOrders;
import io.ledgerbridge.queue.SetAsides;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a person decides about orders. A replay marks an order due, as an event does, so that it is read and worked as it
 * is now. Who decided stands in the order's audit trail, which is written under the lock of the order's row.
 */
@Component
public class Replays {

    private final Shops shops;
    private final DueOrders orders;
    private final SetAsides setAsides;
    private final AuditTrail audit;
    private final Words words;

    Replays(Shops shops, DueOrders orders, SetAsides setAsides, AuditTrail audit, Words words) {
        this.shops = shops;
        this.words = words;
        this.setAsides = setAsides;
        this.orders = orders;
        this.audit = audit;
    }

    /** Marks an order due, for the first time where nothing was known of it. */
    @Transactional
    public void replay(String store, long order, String user) {
        replay(store, order, Map.of("by", user));
    }

    private void replay(String store, long order, Map<String, Object> asked) {
        orders.mark(store, order);
        orders.forgive(store, order);
        audit.append(store, order, "order-replayed", null, asked);
    }

    /**
     * Sets an order aside, or one refund of it, for good: nothing is posted for it by itself any more. What Sage X3 has of it
     * stays there, and what it comes to now is kept, so that a later change shows.
     */
    @Transactional
    public void setAside(String store, long order, SetAsides.Decision said) {
        orders.lock(store, order);
        SetAsides.Decision decision = said.kept(words);
        setAsides.put(store, order, decision);
        if (decision.refund() != SetAside.ORDER) {
            markWhereItIsRead(store, order);
        } else if (isRead(store)) {
            orders.setAside(store, order, decision.why());
        } else {
            orders.setAsideUnread(store, order, decision.why());
        }
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("by", decision.by());
        detail.put("kind", decision.kind());
        detail.put("why", decision.why());
        detail.put("x3Number", decision.x3Number() == null ? "" : decision.x3Number());
        detail.put("refund", decision.refund());
        detail.put("difference", false);
        audit.append(store, order, "set-aside", null, detail);
    }

    /**
     * Sets an order aside if it is parked.
     *
     * @return false where it isn't, as when somebody else was faster
     */
    @Transactional
    public boolean setAsideIfParked(String store, long order, SetAsides.Decision said) {
        orders.lock(store, order);
        boolean isParked = orders.isParked(store, order);
        if (isParked) {
            setAside(store, order, said);
        }
        return isParked;
    }

    /**
     * Undoes that: the order is worked as if it had never been set aside.
     *
     * @param refund 0 for the order as a whole
     * @return false where it isn't set aside
     */
    @Transactional
    public boolean undoSetAside(String store, long order, long refund, String user) {
        orders.lock(store, order);
        if (!setAsides.undo(store, order, refund)) {
            return false;
        }
        orders.mark(store, order);
        orders.forgive(store, order);
        audit.append(store, order, "set-aside-undone", null, Map.of("by", user, "refund", refund));
        return true;
    }

    /**
     * Has what changed since an order was set aside posted, and just that.
     *
     * @return false where the order isn't set aside
     */
    @Transactional
    public boolean replayDifference(String store, long order, String user) {
        orders.lock(store, order);
        if (!setAsides.askDifference(store, order)) {
            return false;
        }
        replay(store, order, Map.of("by", user, "difference", true));
        return true;
    }

    private void markWhereItIsRead(String store, long order) {
        if (isRead(store)) {
            orders.mark(store, order);
        }
    }

    /** Nobody reads the orders of a store that is set up no more. */
    private boolean isRead(String store) {
        return shops.find(store).isPresent();
    }
}
