package io.ledgerbridge.readings;

import io.ledgerbridge.bigcommerce.OrderEvent;
import io.ledgerbridge.books.Books;
import io.ledgerbridge.books.Journal;
import io.ledgerbridge.books.origin.JournalOrigin;
import io.ledgerbridge.faults.DatabaseFailure;
import io.ledgerbridge.mappings.MappingVersions;
import io.ledgerbridge.posting.JournalPlanner;
import io.ledgerbridge.posting.OrderHistory;
import io.ledgerbridge.queue.EventRows;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Plans the journals of orders again, each plan from what it was made from. */
@Component
class RecomputedOrders {

    private final Books books;
    private final KeptReadings readings;
    private final EventRows events;
    private final MappingVersions mappings;

    RecomputedOrders(Books books, KeptReadings readings, EventRows events, MappingVersions mappings) {
        this.books = books;
        this.readings = readings;
        this.events = events;
        this.mappings = mappings;
    }

    /** What there is of an order, of which its journals had a part before them. */
    private record Then(String store, long order, RulesOfThen rules, List<Journal> journals, List<OrderEvent> events) {}

    /** Settings that have been read once stay so, for one run. */
    RulesOfThen rules() {
        return new RulesOfThen(mappings);
    }

    /**
     * Every journal of some orders, withdrawn ones too. Journals are read first: what comes while they are planned again is
     * no part of what they were planned from. An order that can't be read is told of, and the others go on.
     */
    List<RecomputedJournal> of(String store, List<Long> orders, RulesOfThen rules) {
        try {
            Map<Long, List<Journal>> journals = books.journalsOf(store, orders);
            Map<Long, List<OrderEvent>> happened = events.all(store, orders);
            return orders.stream()
                    .flatMap(order -> of(new Then(
                                    store,
                                    order,
                                    rules,
                                    journals.getOrDefault(order, List.of()),
                                    happened.getOrDefault(order, List.of())))
                            .stream())
                    .toList();
        } catch (RuntimeException changed) {
            passOnWhereTheDatabaseIsAway(changed);
            return orders.size() == 1
                    ? List.of(unreadable(store, orders.get(0), changed))
                    : orders.stream()
                            .flatMap(order -> of(store, List.of(order), rules).stream())
                            .toList();
        }
    }

    private static RecomputedJournal unreadable(String store, long order, RuntimeException changed) {
        return new RecomputedJournal(
                store,
                order,
                null,
                null,
                Recomputed.different("the order's journals can't be read: " + changed.getMessage()));
    }

    /** The journals of one plan have the same origin, and are compared with the plan that is made of it once. */
    private List<RecomputedJournal> of(Then then) {
        Map<String, PlannedAgain> plans = new HashMap<>();
        return then.journals().stream()
                .map(journal -> RecomputedJournal.of(
                        journal,
                        plans.computeIfAbsent(key(journal.origin()), key -> planned(journal.origin(), then))
                                .compared(journal)))
                .toList();
    }

    private static String key(JournalOrigin origin) {
        return origin.reading() + " " + origin.plannedWith();
    }

    private PlannedAgain planned(JournalOrigin origin, Then then) {
        try {
            KeptPlan kept = KeptPlan.of(readings, then.rules(), then.store(), then.order(), origin);
            OrderHistory history = kept.with().history(then.journals(), then.events());
            return PlannedAgain.of(
                    new JournalPlanner(kept.rules()).plan(kept.reading(), history),
                    kept.with().rules());
        } catch (KeptPlan.NotKept expected) {
            return PlannedAgain.not(Recomputed.unknown(String.valueOf(expected.getMessage())));
        } catch (RuntimeException gone) {
            passOnWhereTheDatabaseIsAway(gone);
            return PlannedAgain.not(Recomputed.different("it can't be planned again: " + gone.getMessage()));
        }
    }

    private static void passOnWhereTheDatabaseIsAway(RuntimeException failed) {
        if (DatabaseFailure.isBehind(failed)) {
            throw failed;
        }
    }
}
