package io.ledgerbridge.api.orders;

import io.ledgerbridge.api.Deadline;
import io.ledgerbridge.orders.OrderCursor;
import io.ledgerbridge.orders.OrderList;
import io.ledgerbridge.orders.OrderRow;
import io.ledgerbridge.orders.OrderSelection;
import io.ledgerbridge.orders.OrderSum;
import java.io.IOException;
import java.util.List;

/** Goes through all orders of a selection, a portion at a time, while no transaction is open. */
record AllOrders(OrderList orders, OrderSelection selection, Deadline deadline) {

    /** So many are in memory. */
    private static final int AT_ONCE = 500;

    /** Takes one of them. */
    interface Taker {
        void take(OrderRow row) throws IOException;
    }

    /** How many they are now. */
    long count() {
        return orders.sums(selection).stream().mapToLong(OrderSum::orders).sum();
    }

    /**
     * All, newest day first.
     *
     * @throws IOException where whoever reads has gone, or has taken too long
     */
    void each(Taker taker) throws IOException {
        List<OrderRow> portion = orders.after(selection, null, AT_ONCE);
        while (!portion.isEmpty()) {
            for (OrderRow row : portion) {
                deadline.check();
                taker.take(row);
            }
            OrderRow last = portion.get(portion.size() - 1);
            OrderCursor place = new OrderCursor(last.day(), last.store(), last.order());
            portion = portion.size() < AT_ONCE ? List.of() : orders.after(selection, place, AT_ONCE);
        }
    }
}
