package io.ledgerbridge.console.needsyou.decisions;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What came of orders about which something was decided.
 *
 * @param orders the first of them, as they stand now
 * @param all how many they were
 */
public record Worked(List<WorkedOrder> orders, long all) {

    private static final String ON_THE_WAY = "on-the-way";
    private static final List<String> OUTCOMES =
            List.of("posted", "ignored", "set-aside", "held", "parked", ON_THE_WAY);

    public boolean isEmpty() {
        return orders.isEmpty();
    }

    /** How many are not at their end yet. */
    public long underWay() {
        return orders.stream().filter(WorkedOrder::isUnderWay).count();
    }

    /** How many are not among those that are shown. */
    public long more() {
        return Math.max(0, all - orders.size());
    }

    /** How many stand so, by where they stand. */
    public Map<String, Long> outcomes() {
        Map<String, Long> counts = orders.stream()
                .collect(Collectors.groupingBy(
                        order ->
                                order.isUnderWay() ? ON_THE_WAY : order.status().state(),
                        Collectors.counting()));
        return OUTCOMES.stream()
                .filter(counts::containsKey)
                .collect(Collectors.toMap(Function.identity(), counts::get, Long::sum, LinkedHashMap::new));
    }
}
