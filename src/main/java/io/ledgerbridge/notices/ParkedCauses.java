package io.ledgerbridge.notices;

import io.ledgerbridge.notices.Matter.Kind;
import io.ledgerbridge.notices.Matter.Said;
import io.ledgerbridge.parked.DeadLetters;
import io.ledgerbridge.parked.OrderCounts;
import io.ledgerbridge.parked.Parked;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What orders are parked for, by store and reason. */
@Component
class ParkedCauses {

    /** The remedies for these repeat codes of business partners and of customers. */
    private static final Set<String> MAY_NAME = Set.of("refused-by-x3", "unknown-customer");

    private final OrderCounts counts;
    private final DeadLetters letters;

    ParkedCauses(OrderCounts counts, DeadLetters letters) {
        this.counts = counts;
        this.letters = letters;
    }

    List<Said> now(Instant now) {
        List<Said> causes = new ArrayList<>();
        counts.parked()
                .forEach((store, reasons) -> reasons.forEach((reason, orders) -> {
                    Matter matter = new Matter(Kind.PARKED, store, reason, now);
                    causes.add(new Said(matter, () -> words(store, reason, orders)));
                }));
        return causes;
    }

    /** What Sage X3 or BigCommerce said may name a person, and is left to whoever looks at the order. */
    private Matter.Words words(String store, String reason, long orders) {
        List<Parked> first = letters.page(store, reason, 0, 1).items();
        Map<String, Object> detail = new LinkedHashMap<>(Map.of("store", store, "reason", reason, "orders", orders));
        String text = "%s: %s.".formatted(people(store, orders), reason);
        for (Parked one : first) {
            if (one.order() != null) {
                detail.put("order", one.order());
                text += " The one that waits longest is order %d.".formatted(one.order());
            }
            if (one.remedy() != null && !MAY_NAME.contains(reason)) {
                text += " What to do: " + one.remedy();
            }
        }
        return new Matter.Words(text, detail);
    }

    private static String people(String store, long orders) {
        return orders == 1
                ? "An order of store %s needs you".formatted(store)
                : "%,d orders of store %s need you".formatted(orders, store);
    }
}
