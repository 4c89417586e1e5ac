package io.ledgerbridge.posting;

import io.ledgerbridge.bigcommerce.OrderEvent;
import io.ledgerbridge.books.Journal;
import io.ledgerbridge.ledger.JournalLine;
import io.ledgerbridge.ledger.Purpose;
import io.ledgerbridge.posting.amounts.RecordedRefund;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What we know of an order beside BigCommerce's present word on it.
 *
 * @param journals every journal that Sage X3 has: those that it certainly lacks, and withdrawn ones, are not among them
 * @param events every event kept for the order, by the time at which it happened
 * @param settledUpTo id of the last event that an earlier work on the order had before it when it ended; 0 where none did.
 *     Events up to it report no change that is still to come
 * @param facts including what this reading shows
 * @param asked whether a backfill asked for the order, even if it is older than the store's start
 * @param setAside what a person has set aside: the order, or refunds of it
 * @param recorded refunds that people recorded here, by number
 */
public record OrderHistory(
        List<Journal> journals,
        List<OrderEvent> events,
        long settledUpTo,
        OrderFacts facts,
        boolean asked,
        List<SetAside> setAside,
        List<RecordedRefund> recorded) {

    public OrderHistory {
        journals = List.copyOf(journals);
        events = List.copyOf(events);
        setAside = List.copyOf(setAside);
        recorded = List.copyOf(recorded);
    }

    /** Of which no person has set anything aside, or recorded a refund. */
    public OrderHistory(
            List<Journal> journals, List<OrderEvent> events, long settledUpTo, OrderFacts facts, boolean asked) {
        this(journals, events, settledUpTo, facts, asked, List.of(), List.of());
    }

    /** Whether, and how, the order as a whole is set aside. */
    public Optional<SetAside> orderSetAside() {
        return setAside.stream().filter(one -> one.refund() == SetAside.ORDER).findFirst();
    }

    /** What the journals have lines for. */
    Set<Purpose> purposes() {
        return journals.stream()
                .flatMap(journal -> journal.lines().stream())
                .map(JournalLine::purpose)
                .collect(Collectors.toSet());
    }

    boolean isSetAside(long refund) {
        return setAside.stream().anyMatch(one -> one.refund() == refund);
    }

    /** The same, with refunds that count as set aside, too. */
    OrderHistory withSetAside(List<SetAside> more) {
        List<SetAside> all = new ArrayList<>(setAside);
        more.stream().filter(one -> !isSetAside(one.refund())).forEach(all::add);
        return new OrderHistory(journals, events, settledUpTo, facts, asked, all, recorded);
    }

    /** The same, with other decisions about what is set aside. */
    public OrderHistory withSetAsides(List<SetAside> others) {
        return new OrderHistory(journals, events, settledUpTo, facts, asked, others, recorded);
    }

    /** The same, with other refunds that people recorded. */
    public OrderHistory withRecorded(List<RecordedRefund> others) {
        return new OrderHistory(journals, events, settledUpTo, facts, asked, setAside, others);
    }

    /** The same, as if a backfill asked for the order. */
    public OrderHistory backfilled() {
        return new OrderHistory(journals, events, settledUpTo, facts, true, setAside, recorded);
    }

    /** The same, with the journals that Sage X3 has. */
    public OrderHistory with(List<Journal> present) {
        return new OrderHistory(present, events, settledUpTo, facts, asked, setAside, recorded);
    }
}
