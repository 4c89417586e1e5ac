package io.ledgerbridge.console.needsyou.preview;

import io.ledgerbridge.console.entries.Balance;
import java.util.List;

/**
 * What working some orders would come to now.
 *
 * @param accounts what it changes, account by account
 * @param from how many of the selection come before these
 * @param total of the selection
 */
record GroupPreview(List<PreviewedOrder> orders, List<Balance> accounts, int from, int total) {

    public long posting() {
        return orders.stream().filter(PreviewedOrder::posts).count();
    }

    public long parking() {
        return orders.stream().filter(PreviewedOrder::parks).count();
    }

    public long failing() {
        return orders.stream().filter(order -> order.failure() != null).count();
    }

    /** How many of the selection come behind these. */
    public int left() {
        return Math.max(0, total - from - orders.size());
    }
}
