package io.ledgerbridge.sagex3;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The X3 folders, by the stores that post to them.
 *
 * @param all by store key, in its order
 */
public record Folders(Map<String, FolderSettings> all) {

    public Folders {
        all = Collections.unmodifiableMap(new TreeMap<>(all));
    }

    /** None where no such store is set up. */
    public Optional<FolderSettings> find(String store) {
        return Optional.ofNullable(all.get(store));
    }

    /**
     * The settings of a store that is known to be there.
     *
     * @throws IllegalArgumentException where no such store is set up
     */
    public FolderSettings of(String store) {
        return find(store).orElseThrow(() -> new IllegalArgumentException("no store " + store));
    }
}
