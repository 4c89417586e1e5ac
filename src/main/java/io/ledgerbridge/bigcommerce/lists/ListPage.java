package io.ledgerbridge.bigcommerce.lists;

import io.ledgerbridge.bigcommerce.ShopJson;
import io.ledgerbridge.faults.Fault;
import java.util.List;

/** One page of a list: the orders that it names, and the rows that name none. */
public record ListPage(List<ListedOrder> orders, List<UnreadableRow> unreadable) {

    static final ListPage EMPTY = new ListPage(List.of(), List.of());

    public ListPage {
        orders = List.copyOf(orders);
        unreadable = List.copyOf(unreadable);
    }

    /** The last id that it lists; 0 where it lists none. */
    public long lastRow() {
        return orders.stream().mapToLong(ListedOrder::row).max().orElse(0);
    }

    /**
     * Whether another page is to be asked for. The list ends with an empty page; rows without an id lead to no next page,
     * so it ends with some of them, too, where there is room for more on their page.
     *
     * @param before the last id that was listed before, 0 for none
     * @param limit rows a page
     * @throws Fault where nothing of the list can be read, or nothing of a whole page
     */
    public boolean goesOn(long before, int limit) {
        if (orders.isEmpty() && !unreadable.isEmpty() && (before == 0 || unreadable.size() >= limit)) {
            throw ShopJson.unreadable(
                    "no row of a page can be read: " + unreadable.get(0).detail(), null);
        }
        return !orders.isEmpty();
    }
}
