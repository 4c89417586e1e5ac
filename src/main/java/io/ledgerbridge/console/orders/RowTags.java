package io.ledgerbridge.console.orders;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.ledgerbridge.notes.Tags;
import io.ledgerbridge.orders.OrderRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The tags of the orders of a page.
 *
 * @param all by store and number
 */
record RowTags(Map<String, Map<Long, List<String>>> all) {

    static RowTags of(List<OrderRow> rows, Tags tags) {
        Map<String, List<Long>> byStore =
                rows.stream().collect(groupingBy(OrderRow::store, mapping(OrderRow::order, toList())));
        Map<String, Map<Long, List<String>>> all = new HashMap<>();
        byStore.forEach((store, orders) -> all.put(store, tags.of(store, orders)));
        return new RowTags(all);
    }

    /** By the alphabet. */
    public List<String> of(OrderRow row) {
        return all.getOrDefault(row.store(), Map.of()).getOrDefault(row.order(), List.of());
    }
}
