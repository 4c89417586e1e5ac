package io.ledgerbridge.start;

import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says how many there are of each. */
final class Counted {

    private Counted() {}

    /** Such as {@code 1 admin, 2 viewer}; empty where there is none. */
    static String of(Stream<String> names) {
        return names
                .collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(each -> each.getValue() + " " + each.getKey())
                .collect(Collectors.joining(", "));
    }
}
