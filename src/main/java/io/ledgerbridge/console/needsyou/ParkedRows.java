package io.ledgerbridge.console.needsyou;

import io.ledgerbridge.api.tables.Portions;
import io.ledgerbridge.parked.DeadLetters;
import io.ledgerbridge.parked.Parked;
import io.ledgerbridge.parked.ParkedByAge;
import io.ledgerbridge.parked.ParkedFilter;
import io.ledgerbridge.parked.ParkedOrder;
import io.ledgerbridge.parked.ParkedOrders;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * All that needs a person, as the pages list it, those first that were last parked the longest ago: the orders, and behind them the
 * deliveries that can't be read. Whoever sorts them by money does so in the file: a database that did would look through all of them
 * for each portion.
 */
@Component
class ParkedRows {

    /** So many are in memory. */
    private static final int AT_ONCE = 500;

    private final ParkedOrders orders;
    private final ParkedByAge byAge;
    private final DeadLetters letters;

    ParkedRows(ParkedOrders orders, ParkedByAge byAge, DeadLetters letters) {
        this.orders = orders;
        this.byAge = byAge;
        this.letters = letters;
    }

    Portions<ParkedOrder> of(ParkedFilter filter) {
        Instant begun = byAge.begun();
        return new Portions<>((last, size) -> after(filter, last, begun, size), AT_ONCE, () -> count(filter));
    }

    private List<ParkedOrder> after(ParkedFilter filter, @Nullable ParkedOrder last, Instant begun, int most) {
        if (last != null && last.order().order() == null) {
            return events(filter, Objects.requireNonNull(last.order().event()), most);
        }
        List<ParkedOrder> found = new ArrayList<>(byAge.after(filter, last, begun, most));
        if (found.size() < most) {
            found.addAll(events(filter, 0, most - found.size()));
        }
        return found;
    }

    private List<ParkedOrder> events(ParkedFilter filter, long last, int most) {
        return hasEvents(filter)
                ? letters.eventsAfter(filter.store(), last, most).stream()
                        .map(event -> new ParkedOrder(event, null, null, event.parkedAt(), 0))
                        .toList()
                : List.of();
    }

    private long count(ParkedFilter filter) {
        long events = hasEvents(filter)
                ? letters.page(filter.store(), Parked.UNREADABLE, 0, 1).total()
                : 0;
        return orders.count(filter) + events;
    }

    /** Whoever looks after orders looks after no delivery; the pages show all of them whoever is asked for. */
    private static boolean hasEvents(ParkedFilter filter) {
        return filter.reason() == null || filter.reason().equals(Parked.UNREADABLE);
    }
}
