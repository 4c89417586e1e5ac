package io.ledgerbridge.operations;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;

/** The names that settings can have: one that nothing asks for is most likely a slip, and would be ignored. */
final class KnownNames {

    private static final int SUGGESTIONS = 3;

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
        String nearest = names.keySet().stream()
                .filter(parent::isParentOf)
                .map(sibling -> sibling.getLastElement(Form.ORIGINAL))
                .sorted(Comparator.comparing((String sibling) -> distance(sibling, unknown))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(SUGGESTIONS)
                .collect(Collectors.joining(", "));
        fault.accept(
                names.get(parent) + (numbered ? "[" + unknown + "]" : "." + unknown),
                nearest.isEmpty() ? "is not a setting" : "is not a setting; the nearest are " + nearest);
    }

    /** How many characters must be put in, taken out or replaced to make the one of the other (Levenshtein). */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
