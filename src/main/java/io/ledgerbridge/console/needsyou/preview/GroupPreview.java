package io.ledgerbridge.console.needsyou.preview;

import io.ledgerbridge.console.entries.Balance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What working some orders would come to now.
 *
 * @param accounts what it changes, account by account
 * @param from how many of the selection come before these
 * @param total of the selection, as many as there are
 * @param next behind which place those come that follow; null where none does, or they were ticked
 */
record GroupPreview(
        List<PreviewedOrder> orders,
        List<Balance> accounts,
        int from,
        long total,
        @Nullable String next) {

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
