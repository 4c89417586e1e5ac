package io.ledgerbridge.bigcommerce;

import io.ledgerbridge.credentials.CredentialName;
import io.ledgerbridge.credentials.StoredSecrets;
import io.ledgerbridge.faults.Fault;
import io.ledgerbridge.faults.Side;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The BigCommerce stores that are set up.
 *
 * @param all by store key, in its order, with the secrets of the settings
 * @param stored the secrets that win over those
 */
public record Shops(Map<String, ShopSettings> all, StoredSecrets stored) {

    public Shops {
        all = Collections.unmodifiableMap(new TreeMap<>(all));
    }

    /** With the settings' secrets alone. */
    public Shops(Map<String, ShopSettings> all) {
        this(all, StoredSecrets.NONE);
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

    /** What a store's deliveries are signed with; none where there is none. */
    public Optional<String> clientSecret(String store) {
        return stored.find(store, CredentialName.BIGCOMMERCE_CLIENT_SECRET)
                .or(() -> Optional.ofNullable(of(store).clientSecret()))
                .filter(secret -> !secret.isEmpty());
    }

    /**
     * The token with which a store is read.
     *
     * @throws Fault where there is none
     */
    public String accessToken(String store) {
        return stored.find(store, CredentialName.BIGCOMMERCE_ACCESS_TOKEN)
                .or(() -> Optional.ofNullable(of(store).accessToken()))
                .orElseThrow(() -> Fault.credentials(
                        Side.BIGCOMMERCE, "store %s has no bigcommerce.access-token".formatted(store)));
    }
}
