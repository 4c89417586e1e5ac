package io.ledgerbridge.readings;

import com.fasterxml.jackson.core.type.TypeReference;
import io.ledgerbridge.bigcommerce.OrderEvent;
import io.ledgerbridge.books.Journal;
import io.ledgerbridge.books.origin.JournalOrigin;
import io.ledgerbridge.database.JsonColumn;
import io.ledgerbridge.posting.JournalPlanner;
import io.ledgerbridge.posting.OrderFacts;
import io.ledgerbridge.posting.OrderHistory;
import io.ledgerbridge.posting.SetAside;
import io.ledgerbridge.posting.amounts.RecordedRefund;
import io.ledgerbridge.queue.KeptJson;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;

/**
 * What an order's journals were planned with beside its reading and its channel's mapping.
 *
 * @param rules the version of the rules, {@link JournalPlanner#RULES}
 * @param events ids of the events that were known
 * @param settledUpTo as {@link OrderHistory#settledUpTo()}
 * @param journals ids of the order's journals that Sage X3 had
 */
public record PlannedWith(
        int rules,
        List<Long> events,
        long settledUpTo,
        OrderFacts facts,
        boolean asked,
        List<SetAside> setAside,
        List<RecordedRefund> recorded,
        List<Long> journals) {

    private static final JsonColumn<PlannedWith> COLUMN =
            new JsonColumn<>(KeptJson.mapper(), new TypeReference<>() {}, "what a journal was planned with");

    /** @param known with the journals that Sage X3 has */
    static PlannedWith of(OrderHistory known) {
        return new PlannedWith(
                JournalPlanner.RULES,
                known.events().stream().map(OrderEvent::id).toList(),
                known.settledUpTo(),
                known.facts(),
                known.asked(),
                known.setAside(),
                known.recorded(),
                known.journals().stream().map(Journal::id).toList());
    }

    /**
     * What a journal was planned with.
     *
     * @throws IllegalArgumentException where it isn't there, or says something else
     */
    static PlannedWith of(JournalOrigin origin) {
        return Optional.ofNullable(origin.plannedWith())
                .map(PlannedWith::read)
                .orElseThrow(() -> new IllegalArgumentException("what it was planned with is gone"));
    }

    static PlannedWith read(String text) {
        try {
            return COLUMN.read(text);
        } catch (SQLException unreadable) {
            throw new IllegalArgumentException(unreadable.getMessage(), unreadable);
        }
    }

    String text() {
        return COLUMN.write(this);
    }

    /**
     * What was known then.
     *
     * @param all the order's journals, of today
     * @param kept the order's events, of today, by when they happened
     * @throws IllegalArgumentException where one of then is gone
     */
    OrderHistory history(List<Journal> all, List<OrderEvent> kept) {
        return new OrderHistory(
                those(journals, all, Journal::id, "journal"),
                those(events, kept, OrderEvent::id, "event"),
                settledUpTo,
                facts,
                asked,
                setAside,
                recorded);
    }

    private static <T> List<T> those(List<Long> ids, List<T> all, ToLongFunction<T> id, String what) {
        Set<Long> wanted = new HashSet<>(ids);
        List<T> found =
                all.stream().filter(one -> wanted.remove(id.applyAsLong(one))).toList();
        if (!wanted.isEmpty()) {
            throw new IllegalArgumentException(
                    "%s %s is gone".formatted(what, wanted.iterator().next()));
        }
        return found;
    }
}
