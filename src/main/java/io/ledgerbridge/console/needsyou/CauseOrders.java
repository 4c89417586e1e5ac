package io.ledgerbridge.console.needsyou;

import io.ledgerbridge.console.needsyou.which.OrderKey;
import io.ledgerbridge.notes.Note;
import io.ledgerbridge.notes.Notes;
import io.ledgerbridge.notes.Tags;
import io.ledgerbridge.parked.DeadLetters;
import io.ledgerbridge.parked.Parked;
import io.ledgerbridge.parked.ParkedCursor;
import io.ledgerbridge.parked.ParkedFilter;
import io.ledgerbridge.parked.ParkedOrder;
import io.ledgerbridge.parked.ParkedOrders;
import io.ledgerbridge.parked.ParkedPage;
import io.ledgerbridge.parked.UnreadableEvents;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is parked for one cause, a page at a time. */
@Component
class CauseOrders {

    /** Rows a page. */
    static final int SIZE = 50;

    private final ParkedOrders orders;
    private final DeadLetters letters;
    private final UnreadableEvents unreadable;
    private final Notes notes;
    private final Tags tags;

    CauseOrders(ParkedOrders orders, DeadLetters letters, UnreadableEvents unreadable, Notes notes, Tags tags) {
        this.unreadable = unreadable;
        this.tags = tags;
        this.orders = orders;
        this.letters = letters;
        this.notes = notes;
    }

    /** Those that come to most first, behind a place. */
    LinePage page(ParkedFilter filter, @Nullable ParkedCursor last) {
        return LinePage.of(
                orders.after(filter, last, SIZE + 1),
                SIZE,
                this::lines,
                order -> ParkedCursor.of(order).text());
    }

    private List<OrderLine> lines(List<ParkedOrder> found) {
        Map<OrderKey, Note> newest = new HashMap<>();
        Map<OrderKey, List<String>> tagged = new HashMap<>();
        OrderKey.byStore(found.stream().map(OrderKey::of).toList()).forEach((store, its) -> {
            notes.newest(store, its).forEach((order, note) -> newest.put(new OrderKey(store, order), note));
            tags.of(store, its).forEach((order, all) -> tagged.put(new OrderKey(store, order), all));
        });
        return found.stream()
                .map(one -> OrderLine.of(
                        one, newest.get(OrderKey.of(one)), tagged.getOrDefault(OrderKey.of(one), List.of())))
                .toList();
    }

    private List<OrderLine> eventLines(List<Parked> found) {
        Map<Long, UnreadableEvents.Body> bodies = unreadable.bodies(
                found.stream().map(Parked::event).filter(Objects::nonNull).toList());
        return found.stream()
                .map(event -> OrderLine.of(event, bodies.get(event.event())))
                .toList();
    }

    /** The deliveries that can't be read, which are no orders: how many, and the one that is kept longest. */
    ParkedPage unreadable(@Nullable String store) {
        return letters.page(store, Parked.UNREADABLE, 0, 1);
    }

    /** Likewise, as lines, behind one of them. */
    LinePage unreadableLines(@Nullable String store, long last) {
        return LinePage.of(
                letters.eventsAfter(store, last, SIZE + 1),
                SIZE,
                this::eventLines,
                event -> String.valueOf(event.event()));
    }
}
