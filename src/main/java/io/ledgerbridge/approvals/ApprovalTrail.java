package io.ledgerbridge.approvals;

import io.ledgerbridge.books.AuditTrail;
import io.ledgerbridge.books.stores.StoreTrail;
import io.ledgerbridge.queue.DueOrders;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What was asked for and decided, in the audit trail of its order, or in the store's own where it is about no single one. */
@Component
class ApprovalTrail {

    private final AuditTrail audit;
    private final StoreTrail stores;
    private final DueOrders orders;

    ApprovalTrail(AuditTrail audit, StoreTrail stores, DueOrders orders) {
        this.audit = audit;
        this.stores = stores;
        this.orders = orders;
    }

    /**
     * Has the chain for the running transaction alone.
     *
     * @return false where nothing is known of the order
     */
    boolean lock(String store, long order) {
        if (order == StoreTrail.NO_ORDER) {
            stores.lock(store);
            return true;
        }
        return orders.lock(store, order);
    }

    /** Adds a link to a chain that the running transaction has locked. */
    void append(String store, long order, String step, Request request, Map<String, Object> decision) {
        Map<String, Object> detail = new LinkedHashMap<>(decision);
        detail.putAll(request.told());
        if (order == StoreTrail.NO_ORDER) {
            stores.append(store, step, detail);
        } else {
            audit.append(store, order, step, null, detail);
        }
    }
}
