package io.ledgerbridge.readings;

import io.ledgerbridge.books.Books;
import io.ledgerbridge.books.Journal;
import io.ledgerbridge.books.JournalState;
import io.ledgerbridge.mappings.MappingVersions;
import io.ledgerbridge.posting.explained.words.Phrase;
import io.ledgerbridge.posting.rules.Rules;
import io.ledgerbridge.queue.EventRows;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Explains the journals of an order, each from what it was planned from. */
@Component
public class ExplainedOrders {

    /** So many journals of an order are planned again; of older ones the books alone tell. */
    private static final int MOST = 200;

    private final Books books;
    private final KeptReadings readings;
    private final EventRows events;
    private final MappingVersions mappings;
    private final Rules today;

    ExplainedOrders(Books books, KeptReadings readings, EventRows events, MappingVersions mappings, Rules today) {
        this.books = books;
        this.readings = readings;
        this.events = events;
        this.mappings = mappings;
        this.today = today;
    }

    /** The journals that were not withdrawn, in the order in which they were written. */
    public List<ExplainedJournal> of(String store, long order) {
        List<Journal> journals = books.journalsOf(store, order);
        PlansOfOrder its = new PlansOfOrder(
                readings,
                today,
                new RulesOfThen(mappings),
                journals,
                events.all(store, List.of(order)).getOrDefault(order, List.of()));
        List<Journal> standing = journals.stream()
                .filter(journal -> journal.state() != JournalState.WITHDRAWN)
                .toList();
        List<ExplainedJournal> explained = new ArrayList<>();
        for (int place = 0; place < standing.size(); place++) {
            Journal journal = standing.get(place);
            explained.add(new ExplainedJournal(
                    journal,
                    place < standing.size() - MOST
                            ? its.alone(journal, Phrase.of("gone.only-newest", MOST))
                            : its.explained(journal)));
        }
        return explained;
    }
}
