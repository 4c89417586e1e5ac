package io.ledgerbridge.privacy;

import io.ledgerbridge.books.AuditTrail;
import io.ledgerbridge.books.audit.AuditLink;
import io.ledgerbridge.books.audit.AuditWordsRows;
import io.ledgerbridge.queue.DueOrders;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Erases one order: its rows lose what may name a person, and its chain gets a link that says so. */
@Component
class ErasedOrder {

    private final ErasureRows asked;
    private final OrderWords words;
    private final DueOrders orders;
    private final AuditTrail audit;

    ErasedOrder(ErasureRows asked, OrderWords words, DueOrders orders, AuditTrail audit) {
        this.asked = asked;
        this.words = words;
        this.orders = orders;
        this.audit = audit;
    }

    /** Does nothing while it is being posted, or where another process has done it meanwhile. */
    @Transactional
    public void erase(Due order) {
        if (!orders.lock(order.store(), order.order()) || words.areNeeded(order.store(), order.order())) {
            return;
        }
        Optional<Asked> by = asked.lock(order);
        if (by.isPresent()) {
            erase(order, by.get());
        }
    }

    private void erase(Due order, Asked by) {
        Map<String, Object> taken = new TreeMap<>(words.erase(order.store(), order.order()));
        if (!taken.isEmpty()) {
            taken.put("by", by.by());
            taken.put("at", by.at().toString());
            audit.append(order.store(), order.order(), AuditWordsRows.ERASED, null, taken);
        }
        int newest = audit.newestOf(order.store(), order.order())
                .map(AuditLink::link)
                .orElse(0);
        asked.done(order, newest);
    }
}
