package io.ledgerbridge.settings;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;

/** The names that settings can have: one that nothing asks for is most likely a slip, and would be ignored. */
final class SettingNames {

    /** Each name as it is shown. */
    private final Map<ConfigurationPropertyName, String> names = new HashMap<>();

    private final Set<ConfigurationPropertyName> lists = new HashSet<>();
    private final Set<ConfigurationPropertyName> trees = new HashSet<>();

    void add(ConfigurationPropertyName name, String shown) {
        names.put(name, shown);
    }

    /** A name whose numbered elements are known, too. */
    void addList(ConfigurationPropertyName name, String shown) {
        add(name, shown);
        lists.add(name);
    }

    /** A name below which everything passes. */
    void addTree(ConfigurationPropertyName name) {
        trees.add(name);
    }

    /** The names right below one, in lower case and without dashes. */
    Set<String> below(ConfigurationPropertyName parent) {
        return names.keySet().stream()
                .filter(parent::isParentOf)
                .map(name -> name.getLastElement(Form.UNIFORM))
                .collect(Collectors.toSet());
    }

    /** Whether a variable of the environment is read as one of them, in either spelling that Spring Boot knows. */
    boolean isVariable(String variable) {
        return names.keySet().stream()
                .map(ConfigurationPropertyName::toString)
                .anyMatch(name -> variable(name, "").equals(variable)
                        || variable(name, "_").equals(variable));
    }

    private static String variable(String name, String forDash) {
        return name.replace("-", forDash)
                .replace("[", "_")
                .replace("]", "")
                .replace('.', '_')
                .toUpperCase(Locale.ROOT);
    }

    /** Gives each name that isn't known, or else the first part of it that isn't, and what is wrong with it. */
    void eachUnknown(Stream<ConfigurationPropertyName> used, BiConsumer<String, String> fault) {
        used.filter(name -> !names.containsKey(name))
                .filter(name -> !(name.isLastElementIndexed() && lists.contains(name.getParent())))
                .filter(name -> trees.stream().noneMatch(tree -> tree.equals(name) || tree.isAncestorOf(name)))
                .forEach(name -> tell(name, fault));
    }

    private void tell(ConfigurationPropertyName name, BiConsumer<String, String> fault) {
        int depth = 1;
        while (names.containsKey(name.chop(depth + 1))) {
            depth++;
        }
        String unknown = name.getElement(depth, Form.ORIGINAL);
        boolean numbered = name.chop(depth + 1).isLastElementIndexed();
        ConfigurationPropertyName parent = name.chop(depth);
        String nearest = SpellingSuggestions.to(
                unknown,
                names.keySet().stream()
                        .filter(parent::isParentOf)
                        .map(sibling -> sibling.getLastElement(Form.ORIGINAL)));
        fault.accept(
                names.get(parent) + (numbered ? "[" + unknown + "]" : "." + unknown), "is not a setting" + nearest);
    }
}
