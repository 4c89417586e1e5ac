package io.ledgerbridge.readings;

import io.ledgerbridge.bigcommerce.OrderEvent;
import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.books.Books;
import io.ledgerbridge.books.Journal;
import io.ledgerbridge.mappings.MappingVersions;
import io.ledgerbridge.posting.JournalPlanner;
import io.ledgerbridge.posting.rules.Rules;
import io.ledgerbridge.queue.EventRows;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Plans the journals of an order again, each from what it was planned from. */
@Component
public class RecomputedOrders {

    private final Books books;
    private final KeptReadings readings;
    private final EventRows events;
    private final MappingVersions mappings;
    private final Rules today;

    RecomputedOrders(Books books, KeptReadings readings, EventRows events, MappingVersions mappings, Rules today) {
        this.books = books;
        this.readings = readings;
        this.events = events;
        this.mappings = mappings;
        this.today = today;
    }

    /** What there is of an order, of which its journals had a part before them. */
    private record Then(RulesOfThen rules, List<Journal> journals, List<OrderEvent> events) {}

    /**
     * Every journal of some orders, withdrawn ones too. Journals are read first: what comes while they are planned again is
     * no part of what they were planned from.
     */
    List<RecomputedJournal> of(String store, List<Long> orders, RulesOfThen rules) {
        try {
            Map<Long, List<Journal>> journals = books.journalsOf(store, orders);
            Map<Long, List<OrderEvent>> happened = events.all(store, orders);
            return orders.stream()
                    .flatMap(order -> of(new Then(
                            rules, journals.getOrDefault(order, List.of()), happened.getOrDefault(order, List.of()))))
                    .toList();
        } catch (IllegalArgumentException changed) {
            return orders.size() == 1
                    ? List.of(unreadable(store, orders.get(0), changed))
                    : orders.stream()
                            .flatMap(order -> of(store, List.of(order), rules).stream())
                            .toList();
        }
    }

    private static RecomputedJournal unreadable(String store, long order, IllegalArgumentException changed) {
        String words = "the order's journals can't be read: " + changed.getMessage();
        return new RecomputedJournal(store, order, "", 0, Recomputed.Outcome.DIFFERENT, words);
    }

    private Stream<RecomputedJournal> of(Then then) {
        return then.journals().stream().map(journal -> named(journal, recomputed(journal, then)));
    }

    /** Settings that have been read once stay so, for one run. */
    RulesOfThen rules() {
        return new RulesOfThen(today, mappings);
    }

    private static RecomputedJournal named(Journal journal, Recomputed recomputed) {
        return new RecomputedJournal(
                journal.store(),
                journal.order(),
                journal.reference(),
                journal.generation(),
                recomputed.outcome(),
                recomputed.words());
    }

    private Recomputed recomputed(Journal journal, Then then) {
        String reading = journal.origin().reading();
        if (reading == null) {
            return Recomputed.unknown("it was written before readings were kept, or taken over from Sage X3");
        }
        Optional<KeptReadings.Kept> kept = readings.find(journal.store(), journal.order(), reading);
        if (kept.isEmpty()) {
            return Recomputed.different("the reading %s that it was planned from is gone".formatted(reading));
        }
        if (kept.get().body() == null) {
            return Recomputed.unknown("the time of its reading is over, and its figures are pruned");
        }
        return kept.get().isWhole()
                ? planned(journal, kept.get(), then)
                : Recomputed.different("the reading %s that it was planned from was changed".formatted(reading));
    }

    private static Recomputed planned(Journal journal, KeptReadings.Kept kept, Then then) {
        try {
            OrderReading reading = kept.reading().orElseThrow();
            PlannedWith with = PlannedWith.of(journal.origin());
            Recomputed recomputed = PlannedAgain.of(
                    journal,
                    then.rules()
                            .of(
                                    journal.store(),
                                    reading.order().channel(),
                                    journal.origin().mapping()),
                    reading,
                    with.history(then.journals(), then.events()));
            return recomputed.outcome() == Recomputed.Outcome.SAME ? recomputed : underRules(with, recomputed);
        } catch (IllegalArgumentException gone) {
            return Recomputed.different("it can't be planned again: " + gone.getMessage());
        }
    }

    private static Recomputed underRules(PlannedWith with, Recomputed recomputed) {
        return with.rules() == JournalPlanner.RULES
                ? recomputed
                : Recomputed.different("%s (it was planned by version %d of the rules, and this program has version %d)"
                        .formatted(recomputed.words(), with.rules(), JournalPlanner.RULES));
    }
}
