package io.ledgerbridge.posting.rules;

import io.ledgerbridge.bigcommerce.reading.MoreParts;
import io.ledgerbridge.bigcommerce.reading.ReadPart;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What shapes the journals, of all stores.
 *
 * @param all by store key, in its order
 */
public record Rules(Map<String, PostingRules> all) implements MoreParts {

    public Rules {
        all = Collections.unmodifiableMap(new TreeMap<>(all));
    }

    @Override
    public Set<ReadPart> of(String store, String channel) {
        return of(store).lists(channel);
    }

    /** None where no such store is set up. */
    public Optional<PostingRules> find(String store) {
        return Optional.ofNullable(all.get(store));
    }

    /**
     * The settings of a store that is known to be there.
     *
     * @throws IllegalArgumentException where no such store is set up
     */
    public PostingRules of(String store) {
        return find(store).orElseThrow(() -> new IllegalArgumentException("no store " + store));
    }
}
