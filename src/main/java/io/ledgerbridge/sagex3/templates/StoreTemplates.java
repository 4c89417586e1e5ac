package io.ledgerbridge.sagex3.templates;

import java.util.Map;

/**
 * Each store's templates, as they were compiled and checked at the start.
 *
 * @param all by store key
 */
public record StoreTemplates(Map<String, TemplateFolder> all) {

    public StoreTemplates {
        all = Map.copyOf(all);
    }

    /**
     * The templates of a store.
     *
     * @throws IllegalArgumentException if no such store is set up
     */
    public TemplateFolder of(String store) {
        TemplateFolder templates = all.get(store);
        if (templates == null) {
            throw new IllegalArgumentException("no store " + store);
        }
        return templates;
    }
}
