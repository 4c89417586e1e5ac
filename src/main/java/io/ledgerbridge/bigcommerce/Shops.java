package io.ledgerbridge.bigcommerce;

import io.ledgerbridge.books.Fault;
import io.ledgerbridge.books.Side;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The BigCommerce stores that are set up.
 *
 * @param all by store key, in its order
 */
public record Shops(Map<String, ShopSettings> all) {

    public Shops {
        all = Collections.unmodifiableMap(new TreeMap<>(all));
    }

    /** None where no such store is set up. */
    public Optional<ShopSettings> find(String store) {
        return Optional.ofNullable(all.get(store));
    }

    /**
     * The settings of a store that is known to be there.
     *
     * @throws IllegalArgumentException where no such store is set up
     */
    public ShopSettings of(String store) {
        return find(store).orElseThrow(() -> new IllegalArgumentException("no store " + store));
    }

    /**
     * The token with which a store is read.
     *
     * @throws Fault where there is none
     */
    public String accessToken(String store) {
        return Optional.ofNullable(of(store).accessToken())
                .orElseThrow(() -> Fault.credentials(
                        Side.BIGCOMMERCE, "store %s has no bigcommerce.access-token".formatted(store)));
    }
}
