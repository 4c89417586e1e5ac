package io.ledgerbridge.orders;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The stores that have orders, also those that are set up no more: each is found from the one before, by the primary key. */
record StoresWithOrders(JdbcClient jdbc) {

    List<String> all() {
        List<String> stores = new ArrayList<>();
        Optional<String> next = after("");
        while (next.isPresent()) {
            stores.add(next.get());
            next = after(next.get());
        }
        return stores;
    }

    private Optional<String> after(String store) {
        return jdbc.sql("SELECT store FROM due_order WHERE store > :store ORDER BY store LIMIT 1")
                .param("store", store)
                .query(String.class)
                .optional();
    }
}
