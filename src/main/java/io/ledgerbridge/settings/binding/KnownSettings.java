package io.ledgerbridge.settings.binding;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;

/** The names that settings can have, as they were asked for. */
final class KnownSettings {

    private final Map<ConfigurationPropertyName, Bindable<?>> targets = new HashMap<>();

    private final Set<ConfigurationPropertyName> wholes = new HashSet<>();

    void add(ConfigurationPropertyName name, Bindable<?> target) {
        targets.put(name, target);
    }

    /** A group that is given as one value: what other sources have below it counts no more. */
    void addWhole(ConfigurationPropertyName name) {
        wholes.add(name);
    }

    boolean isWhole(ConfigurationPropertyName name) {
        return wholes.contains(name);
    }

    /** Whether it was asked for, or is an element of a list that was. */
    boolean isKnown(ConfigurationPropertyName name) {
        return targets.containsKey(name)
                || wholes.stream().anyMatch(whole -> whole.isAncestorOf(name))
                || (name.isLastElementIndexed()
                        && target(name.getParent())
                                .filter(list -> isA(Collection.class, list))
                                .isPresent());
    }

    Optional<Bindable<?>> target(ConfigurationPropertyName name) {
        return Optional.ofNullable(targets.get(name));
    }

    static boolean isA(Class<?> type, Bindable<?> target) {
        return type.isAssignableFrom(target.getType().resolve(Object.class));
    }

    /** Whether a name is a key of a map. */
    boolean isKey(ConfigurationPropertyName name) {
        return name.getNumberOfElements() > 1
                && target(name.getParent())
                        .filter(parent -> isA(Map.class, parent))
                        .isPresent();
    }

    Stream<ConfigurationPropertyName> all() {
        return targets.keySet().stream();
    }

    /** The names right below one. */
    Stream<ConfigurationPropertyName> below(ConfigurationPropertyName parent) {
        return all().filter(parent::isParentOf);
    }

    /** Likewise, in lower case and without dashes. */
    Set<String> plainBelow(ConfigurationPropertyName parent) {
        return below(parent).map(name -> name.getLastElement(Form.UNIFORM)).collect(Collectors.toSet());
    }

    /** A name in full; a number in it stands in brackets where it is a place in a list. */
    String shown(ConfigurationPropertyName name) {
        StringBuilder shown = new StringBuilder(name.getElement(0, Form.ORIGINAL));
        for (int i = 1; i < name.getNumberOfElements(); i++) {
            String element = name.getElement(i, Form.ORIGINAL);
            boolean place = name.chop(i + 1).isLastElementIndexed() && !hasTextKeys(name.chop(i));
            shown.append(place ? "[" + element + "]" : "." + element);
        }
        return shown.toString();
    }

    /** An environment variable has channel 1 as a place in a list. */
    private boolean hasTextKeys(ConfigurationPropertyName map) {
        return target(map)
                .filter(target -> isA(Map.class, target))
                .filter(target -> target.getType().asMap().resolveGeneric(0) == String.class)
                .isPresent();
    }
}
