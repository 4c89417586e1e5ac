package io.ledgerbridge.catchup;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerbridge.bigcommerce.ShopJson;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The orders that BigCommerce lists for some days, counted without marking any.
 *
 * @param orders their ids, as far as they were listed
 * @param totals of them, with tax and before refunds, by currency
 * @param more whether there are others behind them
 */
public record CountedOrders(List<Long> orders, Map<String, BigDecimal> totals, boolean more) {

    /** Nothing is listed yet. */
    public static final CountedOrders NONE = new CountedOrders(List.of(), Map.of(), true);

    private static final ShopJson JSON = new ShopJson();

    /** With one more page, behind which there is another unless it is empty. */
    public CountedOrders with(String text) {
        List<Long> all = new ArrayList<>(orders);
        Map<String, BigDecimal> sums = new TreeMap<>(totals);
        JsonNode rows = text.isEmpty() ? null : JSON.tree(text, "a list of orders");
        if (rows == null || rows.isEmpty()) {
            return new CountedOrders(orders, totals, false);
        }
        for (JsonNode row : rows) {
            all.add(row.path("id").asLong());
            sums.merge(row.path("default_currency_code").asText(), total(row), BigDecimal::add);
        }
        return new CountedOrders(all, sums, true);
    }

    /** The last id that is listed; 0 where none is. */
    public long last() {
        return orders.stream().mapToLong(Long::longValue).max().orElse(0);
    }

    private static BigDecimal total(JsonNode row) {
        try {
            return new BigDecimal(row.path("total_inc_tax").asText());
        } catch (NumberFormatException unreadable) {
            return BigDecimal.ZERO;
        }
    }
}
