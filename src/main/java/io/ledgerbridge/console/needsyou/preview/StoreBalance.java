package io.ledgerbridge.console.needsyou.preview;

import io.ledgerbridge.console.entries.Balance;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the ledger holds on an account of a store, and what still is to be posted. The same account of another store is
 * another: it may be in another folder of Sage X3.
 */
public record StoreBalance(String store, Balance balance) {

    /** Of each of several orders, of those that could be told. */
    static Stream<StoreBalance> of(List<PreviewedOrder> orders) {
        return orders.stream()
                .flatMap(order -> Optional.ofNullable(order.view()).stream()
                        .flatMap(view -> view.accounts().stream())
                        .map(balance -> new StoreBalance(order.key().store(), balance)));
    }

    /** Those of each account of a store together. */
    static List<StoreBalance> together(Stream<StoreBalance> some) {
        Map<String, List<StoreBalance>> stores =
                some.collect(Collectors.groupingBy(StoreBalance::store, TreeMap::new, Collectors.toList()));
        return stores.entrySet().stream()
                .flatMap(store -> Balance.together(store.getValue().stream().map(StoreBalance::balance)).stream()
                        .map(balance -> new StoreBalance(store.getKey(), balance)))
                .toList();
    }
}
