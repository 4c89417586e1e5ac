package io.ledgerbridge.console.audit;

import io.ledgerbridge.books.AuditTrail;
import io.ledgerbridge.books.lists.OrdersByText;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds the orders that a text is about, each once: a number of BigCommerce's, a reference, or a number of Sage X3's. */
@Component
class Hits {

    private static final int MOST = 50;

    private final OrdersByText orders;
    private final AuditTrail trail;

    Hits(OrdersByText orders, AuditTrail trail) {
        this.orders = orders;
        this.trail = trail;
    }

    /** @param stores whose orders are meant */
    List<Hit> of(String text, List<String> stores) {
        List<Hit> numbered = byNumber(text, stores);
        Stream<Hit> others =
                byReference(text, stores).filter(hit -> numbered.stream().noneMatch(hit::isOfTheSameOrder));
        return Stream.concat(numbered.stream(), others).limit(MOST).toList();
    }

    private List<Hit> byNumber(String text, List<String> stores) {
        if (!text.matches("[0-9]{1,18}")) {
            return List.of();
        }
        long order = Long.parseLong(text);
        return stores.stream()
                .filter(store -> trail.newestOf(store, order).isPresent())
                .map(store -> new Hit(store, order, null, null))
                .toList();
    }

    private Stream<Hit> byReference(String text, List<String> stores) {
        return orders.find(text, stores, MOST).stream()
                .map(one -> new Hit(one.store(), one.order(), one.reference(), one.x3Number()));
    }
}
