package io.ledgerbridge.console.story;

import io.ledgerbridge.books.AuditTrail;
import io.ledgerbridge.books.Journal;
import io.ledgerbridge.books.audit.AuditLink;
import io.ledgerbridge.parked.OrderStates;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Finds what BigCommerce says of an order beside what the ledger holds. */
@Component
class ShopFigures {

    private static final String READ = "order-read";

    private final OrderStates orders;
    private final AuditTrail audit;

    ShopFigures(OrderStates orders, AuditTrail audit) {
        this.orders = orders;
        this.audit = audit;
    }

    Holding of(String store, long order, String state, List<Journal> journals) {
        Instant readAt = audit.newestOf(store, order, READ, 1).stream()
                .map(AuditLink::at)
                .findFirst()
                .orElse(null);
        return Holding.of(state, orders.shop(store, order).orElse(null), readAt, journals);
    }
}
