package io.ledgerbridge.posting.amounts;

import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.bigcommerce.Refund;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * The refunds of an order that people recorded here. One counts until BigCommerce has a later refund of its own, which then
 * takes its place.
 *
 * @param recorded by number
 * @param reading as BigCommerce gave it
 */
public record RecordedRefunds(List<RecordedRefund> recorded, OrderReading reading) {

    public RecordedRefunds {
        recorded = List.copyOf(recorded);
    }

    /** The reading with those that count, after BigCommerce's own. */
    public OrderReading counted(ZoneId zone) {
        List<Refund> refunds = new ArrayList<>(reading.refunds());
        recorded.stream()
                .filter(one -> successor(one).isEmpty())
                .map(one -> one.refund(reading.order().id(), zone))
                .forEach(refunds::add);
        return new OrderReading(reading.order(), reading.products(), refunds);
    }

    /** The ids of those whose place a refund of BigCommerce's takes. */
    public List<Long> replacedBy(long refund) {
        return recorded.stream()
                .filter(one -> successor(one).equals(OptionalLong.of(refund)))
                .map(RecordedRefund::id)
                .toList();
    }

    private OptionalLong successor(RecordedRefund one) {
        return CountedRefund.of(reading).stream()
                .mapToLong(CountedRefund::id)
                .filter(id -> id > one.after())
                .findFirst();
    }
}
