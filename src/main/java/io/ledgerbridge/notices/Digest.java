package io.ledgerbridge.notices;

import io.ledgerbridge.parked.OrderCounts;
import io.ledgerbridge.parked.StoreCounts;
import io.ledgerbridge.posting.rules.Rules;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** How all orders stand, store by store: the sum of what each line names is the number of orders at its end. */
@Component
class Digest {

    private final Rules stores;
    private final OrderCounts counts;

    Digest(Rules stores, OrderCounts counts) {
        this.stores = stores;
        this.counts = counts;
    }

    Matter.Words words() {
        Map<String, StoreCounts> all = counts.byStore();
        Map<String, Object> detail = new LinkedHashMap<>();
        StringBuilder text = new StringBuilder();
        for (String store : stores.all().keySet()) {
            StoreCounts its = all.getOrDefault(store, StoreCounts.NONE);
            detail.put(store, Map.of("states", new TreeMap<>(its.states()), "parked", new TreeMap<>(its.parked())));
            text.append(line(store, its)).append('\n');
        }
        return new Matter.Words(text.toString().strip(), detail);
    }

    private static String line(String store, StoreCounts its) {
        long onTheWay = its.in("waiting") + its.in("posting");
        long known = its.states().values().stream().mapToLong(Long::longValue).sum();
        String causes = new TreeMap<>(its.parked())
                .entrySet().stream()
                        .map(cause -> "%s %,d".formatted(cause.getKey(), cause.getValue()))
                        .collect(Collectors.joining(", "));
        String oldest = its.oldestDue() == null ? "" : " (the oldest due since %s)".formatted(its.oldestDue());
        return "Store %s: in the ledger %,d · no entry by rule %,d · held %,d · set aside %,d · on the way %,d%s · need you %,d%s = %,d orders"
                .formatted(
                        store,
                        its.in("posted"),
                        its.in("ignored"),
                        its.in("held"),
                        its.in("set-aside"),
                        onTheWay,
                        oldest,
                        its.in("parked"),
                        causes.isEmpty() ? "" : " (%s)".formatted(causes),
                        known);
    }
}
