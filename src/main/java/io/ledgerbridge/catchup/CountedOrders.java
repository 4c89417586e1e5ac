package io.ledgerbridge.catchup;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerbridge.bigcommerce.ShopJson;
import io.ledgerbridge.bigcommerce.lists.ListPage;
import io.ledgerbridge.bigcommerce.lists.ListedOrder;
import io.ledgerbridge.bigcommerce.lists.OrderLists;
import io.ledgerbridge.ledger.Decimals;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/**
 * The orders that BigCommerce lists for some days, counted without marking any. They are listed in the order of their ids.
 *
 * @param orders how many, as far as they were listed
 * @param last the last id that is listed; 0 where none is
 * @param totals of them, with tax and before refunds, by currency
 * @param notRead how many rows of the list are in no total, since theirs is no amount
 * @param more whether there are others behind them
 */
public record CountedOrders(long orders, long last, Map<String, BigDecimal> totals, long notRead, boolean more) {

    /** Nothing is listed yet. */
    public static final CountedOrders NONE = new CountedOrders(0, 0, Map.of(), 0, true);

    private static final ShopJson JSON = new ShopJson();
    private static final OrderLists LISTS = new OrderLists();

    /**
     * With one more page, behind which there is another unless it names no order that isn't known.
     *
     * @throws io.ledgerbridge.faults.Fault where the text is no list
     */
    public CountedOrders with(String text) {
        ListPage page = LISTS.orders(text);
        long fresh = page.orders().stream()
                .mapToLong(ListedOrder::order)
                .filter(order -> order > last)
                .distinct()
                .count();
        if (fresh == 0) {
            return new CountedOrders(orders, last, totals, notRead, false);
        }
        Map<String, BigDecimal> sums = new TreeMap<>(totals);
        long unread = notRead;
        for (JsonNode row : JSON.tree(text, "a list of orders")) {
            unread += isCounted(row) || added(sums, row) ? 0 : 1;
        }
        return new CountedOrders(orders + fresh, Math.max(last, page.lastRow()), sums, unread, true);
    }

    /** As where a page begins with the end of the one before. */
    private boolean isCounted(JsonNode row) {
        long id = row.path("id").asLong();
        return id > 0 && id <= last;
    }

    /** A row may say anything. */
    private static boolean added(Map<String, BigDecimal> sums, JsonNode row) {
        try {
            BigDecimal total = Decimals.read(row.path("total_inc_tax").asText());
            sums.merge(row.path("default_currency_code").asText(), total, BigDecimal::add);
            return true;
        } catch (NumberFormatException none) {
            return false;
        }
    }
}
