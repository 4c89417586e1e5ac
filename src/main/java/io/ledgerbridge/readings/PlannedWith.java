package io.ledgerbridge.readings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.ledgerbridge.bigcommerce.OrderEvent;
import io.ledgerbridge.books.Journal;
import io.ledgerbridge.mappings.EntrySettings;
import io.ledgerbridge.posting.JournalPlanner;
import io.ledgerbridge.posting.OrderFacts;
import io.ledgerbridge.posting.OrderHistory;
import io.ledgerbridge.posting.SetAside;
import io.ledgerbridge.posting.amounts.RecordedRefund;
import io.ledgerbridge.posting.explained.words.NotHad;
import io.ledgerbridge.posting.explained.words.Phrase;
import io.ledgerbridge.posting.rules.PostingRules;
import io.ledgerbridge.queue.KeptJson;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an order's journals were planned with beside its reading.
 *
 * @param rules the version of the rules, {@link JournalPlanner#RULES}
 * @param mapping the version of the mapping of the reading's channel; null where it had none
 * @param settings those of the store, where the channel had no mapping
 * @param events ids of the events that were known
 * @param settledUpTo as {@link OrderHistory#settledUpTo()}
 * @param journalsUpTo the highest id of the order's journals; 0 where it had none
 * @param lacking ids of those among them that Sage X3 lacked
 */
public record PlannedWith(
        int rules,
        @Nullable Integer mapping,
        @Nullable EntrySettings settings,
        List<Long> events,
        long settledUpTo,
        OrderFacts facts,
        boolean asked,
        List<SetAside> setAside,
        List<RecordedRefund> recorded,
        long journalsUpTo,
        List<Long> lacking) {

    private static final JsonMapper JSON = KeptJson.mapper();

    /**
     * What is to be kept.
     *
     * @param channel that of the reading
     * @param known with the journals that Sage X3 has
     * @param all the order's journals
     */
    static PlannedWith of(PostingRules rules, String channel, OrderHistory known, List<Journal> all) {
        Integer mapping = rules.mapping(channel).orElse(null);
        Set<Long> present =
                new HashSet<>(known.journals().stream().map(Journal::id).toList());
        return new PlannedWith(
                JournalPlanner.RULES,
                mapping,
                mapping == null ? EntrySettings.of(rules.journal()) : null,
                known.events().stream().map(OrderEvent::id).toList(),
                known.settledUpTo(),
                known.facts(),
                known.asked(),
                known.setAside(),
                known.recorded(),
                all.stream().mapToLong(Journal::id).max().orElse(0),
                all.stream()
                        .map(Journal::id)
                        .filter(id -> !present.contains(id))
                        .toList());
    }

    /**
     * What a text says.
     *
     * @throws IllegalArgumentException where it says nothing of the kind
     */
    static PlannedWith read(String text) {
        try {
            return JSON.readValue(text, PlannedWith.class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalArgumentException("what it was planned with can't be read", unreadable);
        }
    }

    String text() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * What was known then.
     *
     * @param all the order's journals, of today
     * @param kept the order's events, of today, by when they happened
     * @throws IllegalArgumentException where an event of then is gone
     */
    OrderHistory history(List<Journal> all, List<OrderEvent> kept) {
        Set<Long> absent = new HashSet<>(lacking);
        List<Journal> present = all.stream()
                .filter(journal -> journal.id() <= journalsUpTo && !absent.contains(journal.id()))
                .toList();
        return new OrderHistory(present, those(kept), settledUpTo, facts, asked, setAside, recorded);
    }

    private List<OrderEvent> those(List<OrderEvent> kept) {
        Set<Long> wanted = new HashSet<>(events);
        List<OrderEvent> found =
                kept.stream().filter(event -> wanted.remove(event.id())).toList();
        if (!wanted.isEmpty()) {
            throw new NotHad(Phrase.of("gone.event", wanted.iterator().next()));
        }
        return found;
    }
}
