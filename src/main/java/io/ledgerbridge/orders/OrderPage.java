package io.ledgerbridge.orders;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some orders, and what all that were asked for come to.
 *
 * @param next where the next page begins; null where there is none
 * @param count of all pages
 * @param sums of all pages, by currency
 */
public record OrderPage(List<OrderRow> items, @Nullable OrderCursor next, long count, List<OrderSum> sums) {

    /** There is none. */
    public static final OrderPage NONE = new OrderPage(List.of(), null, 0, List.of());
}
