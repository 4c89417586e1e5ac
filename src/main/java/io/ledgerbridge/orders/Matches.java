package io.ledgerbridge.orders;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a text was found to be.
 *
 * @param orders ids by store
 * @param amounts that any order has
 */
record Matches(Map<String, Set<Long>> orders, List<BigDecimal> amounts) {

    static final Matches NONE = new Matches(Map.of(), List.of());

    /** Each part has an index of its own: what is nearly always the same as the total is looked for only where it differs. */
    static final String AMOUNT = "total = :amount OR (refunded <> 0 AND refunded = :amount)"
            + " OR (refunded <> 0 AND total - refunded = :amount)"
            + " OR (in_ledger <> 0 AND in_ledger IS DISTINCT FROM total - refunded AND in_ledger = :amount)";

    boolean isNone() {
        return orders.isEmpty() && amounts.isEmpty();
    }

    String condition() {
        List<String> either = new ArrayList<>();
        names().forEach((name, store) -> either.add("(store = :" + name + " AND order_id IN (" + ids(store) + "))"));
        for (int n = 0; n < amounts.size(); n++) {
            either.add(AMOUNT.replace(":amount", ":textAmount" + n));
        }
        return either.isEmpty() ? "1 = 0" : String.join(" OR ", either);
    }

    Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>(names());
        for (int n = 0; n < amounts.size(); n++) {
            parameters.put("textAmount" + n, amounts.get(n));
        }
        return parameters;
    }

    private String ids(String store) {
        return orders.getOrDefault(store, Set.of()).stream()
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
    }

    private Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        orders.keySet().forEach(store -> names.put("matched" + names.size(), store));
        return names;
    }
}
