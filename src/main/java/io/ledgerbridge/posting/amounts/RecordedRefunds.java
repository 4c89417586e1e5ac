package io.ledgerbridge.posting.amounts;

import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.bigcommerce.Refund;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The refunds of an order that people recorded here. One counts until BigCommerce has a later refund of its own, which then
 * takes its place.
 *
 * @param recorded by number
 * @param reading as BigCommerce gave it
 * @param stuck ids of BigCommerce's refunds that can't be entered, and so take nothing's place
 */
public record RecordedRefunds(List<RecordedRefund> recorded, OrderReading reading, Set<Long> stuck) {

    public RecordedRefunds {
        recorded = List.copyOf(recorded);
        stuck = Set.copyOf(stuck);
    }

    /** The reading with those that count, after BigCommerce's own that can be entered. */
    public OrderReading counted(ZoneId zone) {
        List<Refund> refunds = new ArrayList<>(reading.refunds());
        refunds.removeIf(refund -> stuck.contains(refund.id()));
        List<RecordedRefund> replaced =
                replaced().values().stream().flatMap(List::stream).toList();
        recorded.stream()
                .filter(one -> !replaced.contains(one))
                .map(one -> one.refund(reading.order().id(), zone))
                .forEach(refunds::add);
        return reading.with(refunds);
    }

    /** The reading as it would be if a refund of BigCommerce's were still the recorded ones whose place it takes. */
    public OrderReading before(long refund, ZoneId zone) {
        List<Refund> refunds = new ArrayList<>(counted(zone).refunds());
        List<RecordedRefund> theirs = replaced().getOrDefault(refund, List.of());
        if (!theirs.isEmpty()) {
            refunds.removeIf(one -> one.id() == refund);
            refunds.add(
                    RecordedRefund.together(theirs, reading.order().id(), zone).numbered(refund));
        }
        return reading.with(refunds);
    }

    /** Those whose place a refund of BigCommerce's takes, by that one's id. */
    public Map<Long, List<RecordedRefund>> replaced() {
        List<RecordedRefund> standing = new ArrayList<>(recorded);
        Map<Long, List<RecordedRefund>> replaced = new TreeMap<>();
        for (CountedRefund refund : CountedRefund.of(reading)) {
            List<RecordedRefund> theirs = replacedBy(refund, standing);
            standing.removeAll(theirs);
            if (!theirs.isEmpty() && !stuck.contains(refund.id())) {
                replaced.put(refund.id(), theirs);
            }
        }
        return replaced;
    }

    /** The one of its amount; else the earliest, and those after it as far as it covers them all. */
    private static List<RecordedRefund> replacedBy(CountedRefund refund, List<RecordedRefund> standing) {
        List<RecordedRefund> earlier =
                standing.stream().filter(one -> one.after() < refund.id()).toList();
        Optional<RecordedRefund> same = earlier.stream()
                .filter(one -> one.amount().compareTo(refund.totalAmount()) == 0)
                .findFirst();
        if (same.isPresent() || earlier.isEmpty()) {
            return same.stream().toList();
        }
        int covered = 1;
        while (covered < earlier.size() && covers(refund, earlier.subList(0, covered + 1))) {
            covered++;
        }
        return earlier.subList(0, covered);
    }

    private static boolean covers(CountedRefund refund, List<RecordedRefund> some) {
        return RecordedRefund.sum(some, RecordedRefund::amount).compareTo(refund.totalAmount()) <= 0;
    }
}
