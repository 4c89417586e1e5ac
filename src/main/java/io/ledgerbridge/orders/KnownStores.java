package io.ledgerbridge.orders;

import io.ledgerbridge.bigcommerce.Shops;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** The stores that can be asked about: those that are set up, and those that were and have orders. */
@Component
public class KnownStores {

    private final Shops shops;
    private final OrderList orders;

    KnownStores(Shops shops, OrderList orders) {
        this.shops = shops;
        this.orders = orders;
    }

    /** Those that are set up come first. */
    public List<String> all() {
        return Stream.concat(setUp().stream(), gone().stream()).toList();
    }

    public List<String> setUp() {
        return List.copyOf(shops.all().keySet());
    }

    /** Those that have orders and are set up no more. */
    public List<String> gone() {
        return orders.stores().stream().filter(store -> !isSetUp(store)).toList();
    }

    public boolean isSetUp(String store) {
        return shops.find(store).isPresent();
    }

    /**
     * Makes sure that a store is one of them.
     *
     * @throws ResponseStatusException 404 where it is none
     */
    public void check(String store) {
        if (!isSetUp(store) && !gone().contains(store)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no store " + store);
        }
    }
}
