package io.ledgerbridge.settings.binding;

import static io.ledgerbridge.settings.binding.MisspeltVariables.plain;

import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;

/** Finds stores, and parts of a store, that stand one level too far in or out below our name. */
final class MisplacedStores {

    /** What only a store has. */
    static final Set<String> PARTS = Set.of("bigcommerce", "sagex3", "journal", "channels");

    static final Set<String> TELLING_PARTS = Set.of("bigcommerce", "sagex3");

    private static final String PART =
            "is a part of a store, and belongs under ledger-bridge.stores and the store's key";

    private final ConfigurationPropertyName root;
    private final ConfigurationPropertyName stores;
    private final SettingSources sources;
    private final Findings findings;

    MisplacedStores(ConfigurationPropertyName root, SettingSources sources, Findings findings) {
        this.root = root;
        this.stores = root.append("stores");
        this.sources = sources;
        this.findings = findings;
    }

    /** @param groups the names right below ours */
    void check(Set<String> groups) {
        amongStores();
        besideTheStores(groups);
        onlyInVariables();
    }

    /** A part of a store in place of one. */
    private void amongStores() {
        sources.below(stores)
                .map(name -> name.getElement(stores.getNumberOfElements(), Form.ORIGINAL))
                .filter(key -> PARTS.contains(plain(key)))
                .forEach(key -> findings.wrongKey(stores + "." + key, PART));
    }

    /** A store beside {@code stores}, or a part of one. */
    private void besideTheStores(Set<String> groups) {
        int depth = root.getNumberOfElements();
        sources.below(root)
                .filter(name -> name.getNumberOfElements() > depth + 1)
                .forEach(name -> {
                    String key = name.getElement(depth, Form.ORIGINAL);
                    if (PARTS.contains(plain(key))) {
                        findings.wrongKey(root + "." + key, PART);
                    } else if (!groups.contains(plain(key))
                            && TELLING_PARTS.contains(plain(name.getElement(depth + 1, Form.ORIGINAL)))) {
                        findings.fault(
                                root + "." + key,
                                "looks like a store, which belongs one level further in, under ledger-bridge.stores");
                    }
                });
    }

    /** A store that isn't whole, and that nothing but variables name, is most likely another one misspelt. */
    private void onlyInVariables() {
        int depth = stores.getNumberOfElements();
        Set<String> others = sources.outsideOfVariables(stores)
                .map(name -> name.getElement(depth, Form.UNIFORM))
                .collect(Collectors.toSet());
        sources.below(stores)
                .map(name -> name.getElement(depth, Form.UNIFORM))
                .filter(key -> !others.isEmpty() && !others.contains(key) && findings.isFaultyBelow(stores + "." + key))
                .forEach(key -> findings.fault(
                        stores + "." + key,
                        "is only in the environment, and not whole" + SpellingSuggestions.to(key, others.stream())));
    }
}
