package io.ledgerbridge.console.audit;

import io.ledgerbridge.api.explain.LinesApi;
import io.ledgerbridge.books.AuditTrail;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds the orders that a text is about: a number of BigCommerce's, a reference, or a number of Sage X3's. */
@Component
class Hits {

    private static final int MOST = 50;

    private final LinesApi lines;
    private final AuditTrail trail;

    Hits(LinesApi lines, AuditTrail trail) {
        this.lines = lines;
        this.trail = trail;
    }

    /** @param stores where an order's number is looked for */
    List<Hit> of(String text, List<String> stores) {
        return Stream.concat(byNumber(text, stores), byReference(text, stores))
                .distinct()
                .limit(MOST)
                .toList();
    }

    private Stream<Hit> byNumber(String text, List<String> stores) {
        if (!text.matches("[0-9]{1,18}")) {
            return Stream.empty();
        }
        long order = Long.parseLong(text);
        return stores.stream()
                .filter(store -> trail.newestOf(store, order).isPresent())
                .map(store -> new Hit(store, order, null, null));
    }

    private Stream<Hit> byReference(String text, List<String> stores) {
        return lines.page(null, null, null, text, 0, MOST).items().stream()
                .filter(line -> stores.contains(line.store()))
                .map(line -> new Hit(line.store(), line.order(), line.reference(), line.x3Number()));
    }
}
