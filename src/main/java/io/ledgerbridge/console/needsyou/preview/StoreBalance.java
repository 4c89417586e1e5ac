package io.ledgerbridge.console.needsyou.preview;

import io.ledgerbridge.console.entries.Balance;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the ledger holds on an account of a store, and what still is to be posted. The same account of another store is
 * another: it may be in another folder of Sage X3.
 */
public record StoreBalance(String store, Balance balance) {

    /** Those of several orders together, of those that could be told. */
    static List<StoreBalance> together(List<PreviewedOrder> orders) {
        Map<String, List<PreviewedOrder>> stores = orders.stream()
                .filter(order -> order.view() != null)
                .collect(Collectors.groupingBy(order -> order.key().store(), TreeMap::new, Collectors.toList()));
        return stores.entrySet().stream()
                .flatMap(store -> Balance.together(store.getValue().stream()
                                .map(PreviewedOrder::view)
                                .filter(Objects::nonNull)
                                .flatMap(view -> view.accounts().stream()))
                        .stream()
                        .map(balance -> new StoreBalance(store.getKey(), balance)))
                .toList();
    }
}
