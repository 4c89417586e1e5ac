package io.ledgerbridge.console.needsyou;

import io.ledgerbridge.notes.Note;
import io.ledgerbridge.notes.Notes;
import io.ledgerbridge.parked.DeadLetters;
import io.ledgerbridge.parked.Parked;
import io.ledgerbridge.parked.ParkedFilter;
import io.ledgerbridge.parked.ParkedOrder;
import io.ledgerbridge.parked.ParkedOrders;
import io.ledgerbridge.parked.ParkedPage;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is parked for one cause, a page at a time. */
@Component
class CauseOrders {

    /** Rows a page. */
    static final int SIZE = 50;

    private final ParkedOrders orders;
    private final DeadLetters letters;
    private final Notes notes;

    CauseOrders(ParkedOrders orders, DeadLetters letters, Notes notes) {
        this.orders = orders;
        this.letters = letters;
        this.notes = notes;
    }

    /** Those that come to most first. */
    List<OrderLine> page(ParkedFilter filter, int page) {
        return orders.page(filter, page, SIZE).stream()
                .map(order -> OrderLine.of(order, note(order.order())))
                .toList();
    }

    private @Nullable Note note(Parked parked) {
        Long order = parked.order();
        return order == null ? null : notes.newest(parked.store(), order).orElse(null);
    }

    /** The deliveries that can't be read, which are no orders, the longest kept first. */
    ParkedPage unreadable(@Nullable String store, int page, int size) {
        return letters.page(store, Parked.UNREADABLE, page, size);
    }

    /** Likewise, as lines. */
    List<OrderLine> unreadableLines(@Nullable String store, int page) {
        return unreadable(store, page, SIZE).items().stream()
                .map(event -> OrderLine.of(new ParkedOrder(event, null, null, 0), null))
                .toList();
    }
}
