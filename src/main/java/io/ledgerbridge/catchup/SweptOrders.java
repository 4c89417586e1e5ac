package io.ledgerbridge.catchup;

import io.ledgerbridge.bigcommerce.lists.ListedOrder;
import io.ledgerbridge.queue.DueOrders;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/** Marks the orders due that a look has found. */
record SweptOrders(DueOrders orders) {

    /** How far BigCommerce's clock may be behind ours before an order read after its change is read once more. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

    /** In the order of their ids. */
    void mark(SweepProgress look, List<ListedOrder> listed) {
        listed.stream().sorted(Comparator.comparingLong(ListedOrder::order)).forEach(order -> mark(look, order));
    }

    /** An order that was read since it changed is left alone; a decline has no time of its own. */
    private void mark(SweepProgress look, ListedOrder order) {
        if (look.list() == SweptList.OLD_REFUNDS) {
            orders.markUnlessSetAside(look.store(), order.order());
        } else if (order.changed() == null) {
            orders.mark(look.store(), order.order());
        } else {
            orders.markUnlessReadSince(
                    look.store(), order.order(), order.changed().plus(CLOCKS_DIFFER));
        }
    }
}
