package io.ledgerbridge.posting.amounts;

import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.bigcommerce.Refund;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The refunds of an order that people recorded here. One counts until BigCommerce has a later refund of its own, which then
 * takes its place; each of BigCommerce's takes the place of one.
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
        Map<Long, RecordedRefund> replaced = replaced();
        recorded.stream()
                .filter(one -> !replaced.containsValue(one))
                .map(one -> one.refund(reading.order().id(), zone))
                .forEach(refunds::add);
        return new OrderReading(reading.order(), reading.products(), refunds);
    }

    /** The reading as it would be if a refund of BigCommerce's were still the recorded one whose place it takes. */
    public OrderReading before(long refund, ZoneId zone) {
        RecordedRefund one = replaced().get(refund);
        List<Refund> refunds = new ArrayList<>();
        for (Refund other : counted(zone).refunds()) {
            refunds.add(
                    other.id() == refund && one != null
                            ? one.refund(reading.order().id(), zone).numbered(refund)
                            : other);
        }
        return new OrderReading(reading.order(), reading.products(), refunds);
    }

    /** Those whose place a refund of BigCommerce's takes, by that one's id. */
    public Map<Long, RecordedRefund> replaced() {
        Map<Long, RecordedRefund> replaced = new TreeMap<>();
        for (RecordedRefund one : recorded) {
            CountedRefund.of(reading).stream()
                    .map(CountedRefund::id)
                    .filter(id -> id > one.after() && !replaced.containsKey(id) && !stuck.contains(id))
                    .findFirst()
                    .ifPresent(id -> replaced.put(id, one));
        }
        return replaced;
    }
}
