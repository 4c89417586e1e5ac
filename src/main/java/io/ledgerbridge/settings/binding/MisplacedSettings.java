package io.ledgerbridge.settings.binding;

import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.env.OriginTrackedMapPropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Finds settings of ours that stand where nobody reads them, such as a store indented one level too far out. */
final class MisplacedSettings {

    /** What only a store has. */
    private static final Set<String> PARTS = Set.of("bigcommerce", "sagex3", "journal", "channels");

    private static final Set<String> TELLING_PARTS = Set.of("bigcommerce", "sagex3");

    private static final String PART =
            "is a part of a store, and belongs under ledger-bridge.stores and the store's key";

    private final ConfigurationPropertyName root;
    private final SettingSources sources;
    private final Findings findings;
    private final MisspeltVariables variables;
    private final Set<String> groups;

    MisplacedSettings(ConfigurationPropertyName root, SettingSources sources, KnownSettings known, Findings findings) {
        this.root = root;
        this.sources = sources;
        this.findings = findings;
        this.groups = known.plainBelow(root);
        this.variables = new MisspeltVariables(root, known, findings);
    }

    void check(ConfigurableEnvironment environment) {
        for (PropertySource<?> source : environment.getPropertySources()) {
            if (source instanceof OriginTrackedMapPropertySource file) {
                atTheTop(file);
            } else if (source instanceof SystemEnvironmentPropertySource ofVariables) {
                variables.check(ofVariables);
            }
        }
        amongStores(root.append("stores"));
        besideTheStores();
        onlyInVariables(root.append("stores"));
    }

    private void atTheTop(OriginTrackedMapPropertySource file) {
        for (String name : file.getPropertyNames()) {
            String[] words = name.split("[.\\[]", 3);
            String fault = fault(plain(words[0]), words.length > 1 ? plain(words[1]) : "");
            if (!fault.isEmpty()) {
                findings.fault(words[0], fault + WrittenValue.place(file.getOrigin(name)));
            }
        }
    }

    /** What is wrong with a name at the top level; empty if nothing is. */
    private String fault(String plain, String second) {
        if (plain.equals(plain(root.toString()))) {
            return "";
        }
        if (PARTS.contains(plain)) {
            return "stands at the top level; a part of a store belongs under ledger-bridge.stores and the store's key";
        }
        if (groups.contains(plain)) {
            return "stands at the top level; it belongs one level further in, under ledger-bridge";
        }
        if (TELLING_PARTS.contains(second)) {
            return "stands at the top level; a store belongs under ledger-bridge.stores";
        }
        boolean near = variables.isNearlyTheRoot(plain) || (plain + second).equals(plain(root.toString()));
        return near ? "is no group of settings; ledger-bridge may be meant" : "";
    }

    /** A part of a store in place of one. */
    private void amongStores(ConfigurationPropertyName stores) {
        sources.below(stores)
                .map(name -> name.getElement(stores.getNumberOfElements(), Form.ORIGINAL))
                .filter(key -> PARTS.contains(plain(key)))
                .forEach(key -> findings.wrongKey(stores + "." + key, PART));
    }

    /** A store beside {@code stores}, or a part of one. */
    private void besideTheStores() {
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
    private void onlyInVariables(ConfigurationPropertyName stores) {
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

    private static String plain(String name) {
        return MisspeltVariables.plain(name);
    }
}
