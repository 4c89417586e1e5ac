package io.ledgerbridge.books.audit.check;

import io.ledgerbridge.books.audit.covered.CoveredEvent;
import io.ledgerbridge.books.audit.covered.CoveredEvents;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares the events about an order with what its readings had before them. */
final class EventsCheck {

    private final String store;
    private final long order;
    private final Findings findings;
    private final CheckedAgainst against;
    private final ToldByChain told;
    private final Map<Long, String> open;
    private final @Nullable EventsRead read;
    private final Deque<CoveredEvent> known = new ArrayDeque<>();
    private final List<Long> untold = new ArrayList<>();
    private boolean found;

    EventsCheck(String store, long order, ToldByChain told, CheckedAgainst against) {
        this.store = store;
        this.order = order;
        this.findings = against.findings();
        this.against = against;
        this.told = told;
        this.open = new HashMap<>(told.events());
        this.read = told.lastReading();
    }

    /** Looks at the next of its events, by their ids. */
    void look(CoveredEvent event) {
        String digest = open.remove(event.id());
        if (!event.isWhole()) {
            find(event.id(), "the event's body isn't the one that came");
        } else if (digest != null && !digest.equals(event.sha256())) {
            find(event.id(), "the event isn't what it was when the order was read");
        } else if (event.isEmpty() && !mayBeEmpty(event.receivedAt())) {
            findings.add(Finding.ofEvent(
                    store,
                    order,
                    event.id(),
                    "the event's body was emptied before its time, and no erasure of the order came since"));
        }
        if (read != null && event.id() <= read.upTo()) {
            keep(event, digest == null);
        }
    }

    /**
     * There is no further one.
     *
     * @param isDue whether the order is yet to be read again, for an event that came late
     */
    void end(boolean isDue) {
        open.keySet().stream()
                .sorted()
                .forEach(event -> find(event, "the event is missing: the order's reading had it"));
        if (read != null && !found && !isDue && !read.sha256().equals(CoveredEvent.sha256(List.copyOf(known)))) {
            untold.forEach(event -> find(event, "the event was added or changed: no reading tells of it as it is"));
            if (!found) {
                find(read.upTo(), "the events up to this one aren't those that the order's last reading had");
            }
        }
    }

    private void keep(CoveredEvent event, boolean isUntold) {
        known.addLast(event);
        if (known.size() > CoveredEvents.MOST) {
            known.removeFirst();
        }
        if (isUntold) {
            untold.add(event.id());
        }
    }

    private boolean mayBeEmpty(Instant receivedAt) {
        return against.kept().isOverOfEvent(receivedAt, against.now()) || told.wasErasedSince(receivedAt);
    }

    private void find(long event, String says) {
        found = true;
        findings.add(Finding.ofEvent(store, order, event, says));
    }
}
