package io.ledgerbridge.console.needsyou.preview;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What working some orders would come to now.
 *
 * @param accounts what it changes, store by store and account by account
 * @param from how many of the selection come before these
 * @param total of the selection, as many as there are
 * @param next behind which place those come that follow; null where none does, or they were ticked
 */
record GroupPreview(
        List<PreviewedOrder> orders,
        List<StoreBalance> accounts,
        int from,
        long total,
        @Nullable String next) {

    /** Whether they are of several stores. */
    public boolean hasSeveralStores() {
        return orders.stream().map(order -> order.key().store()).distinct().count() > 1;
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
