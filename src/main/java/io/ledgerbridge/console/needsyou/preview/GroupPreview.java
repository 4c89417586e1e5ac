package io.ledgerbridge.console.needsyou.preview;

import io.ledgerbridge.console.needsyou.which.OrderKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What working some orders would come to now.
 *
 * @param sums of these and of those before them
 * @param total of the selection, as many as there are
 * @param next behind which place those come that follow; null where none does, or they were ticked
 * @param rest of those that were ticked
 */
record GroupPreview(
        List<PreviewedOrder> orders,
        SoFar sums,
        long total,
        @Nullable String next,
        List<OrderKey> rest) {

    /** How many of the selection come before these. */
    public long from() {
        return sums.orders() - orders.size();
    }

    /** Whether there are others behind these. */
    public boolean hasNext() {
        return next != null || !rest.isEmpty();
    }

    /** Whether these are one page of several. */
    public boolean isPart() {
        return from() > 0 || hasNext();
    }

    public long posting() {
        return orders.stream().filter(PreviewedOrder::posts).count();
    }

    public long parking() {
        return orders.stream().filter(PreviewedOrder::parks).count();
    }

    public long failing() {
        return orders.stream().filter(order -> order.failure() != null).count();
    }
}
