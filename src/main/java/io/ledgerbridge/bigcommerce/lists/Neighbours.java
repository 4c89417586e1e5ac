package io.ledgerbridge.bigcommerce.lists;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells next to which orders a row stands that says nothing of its own. */
final class Neighbours {

    private Neighbours() {}

    /** @param orders of all rows of the page, null where a row names none */
    static String words(int index, List<@Nullable Long> orders) {
        String known = Stream.of(last(orders.subList(0, index)), first(orders.subList(index, orders.size())))
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .collect(Collectors.joining(" and "));
        return known.isEmpty() ? "It stands alone." : "It stands next to order " + known + ".";
    }

    private static @Nullable Long last(List<@Nullable Long> orders) {
        Long last = null;
        for (Long order : orders) {
            last = order == null ? last : order;
        }
        return last;
    }

    private static @Nullable Long first(List<@Nullable Long> orders) {
        return orders.stream().filter(Objects::nonNull).findFirst().orElse(null);
    }
}
