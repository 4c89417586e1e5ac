package io.ledgerbridge.notices;

import io.ledgerbridge.parked.OrderCounts;
import io.ledgerbridge.parked.Parked;
import io.ledgerbridge.parked.StoreCounts;
import io.ledgerbridge.posting.rules.Rules;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** How all orders stand, store by store: the sum of what each line names is the number of orders at its end. */
@Component
class Digest {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM HH:mm z", Locale.ENGLISH);

    private final Rules stores;
    private final OrderCounts counts;

    Digest(Rules stores, OrderCounts counts) {
        this.stores = stores;
        this.counts = counts;
    }

    Matter.Words words(Instant now, ZoneId zone) {
        Map<String, StoreCounts> all = new TreeMap<>(counts.byStore());
        stores.all().keySet().forEach(store -> all.putIfAbsent(store, StoreCounts.NONE));
        Map<String, Object> detail = new LinkedHashMap<>();
        StringBuilder text = new StringBuilder();
        all.forEach((store, its) -> {
            detail.put(store, Map.of("states", new TreeMap<>(its.states()), "parked", new TreeMap<>(its.parked())));
            text.append(line(store, its, now, zone)).append('\n');
        });
        return new Matter.Words(text.toString().strip(), detail);
    }

    private static String line(String store, StoreCounts its, Instant now, ZoneId zone) {
        long onTheWay = its.in("waiting") + its.in("posting");
        long known = its.states().values().stream().mapToLong(Long::longValue).sum();
        Map<String, Long> causes = new TreeMap<>(its.parked());
        Long deliveries = causes.remove(Parked.UNREADABLE);
        String why = causes.entrySet().stream()
                .map(cause -> "%s %,d".formatted(cause.getKey(), cause.getValue()))
                .collect(Collectors.joining(", "));
        Instant oldest = its.oldestDue();
        String since = oldest == null || oldest.isAfter(now)
                ? ""
                : " (the oldest due since %s)".formatted(TIME.format(oldest.atZone(zone)));
        return "Store %s: in the ledger %,d · no entry by rule %,d · held %,d · set aside %,d · on the way %,d%s · need you %,d%s = %,d orders%s"
                .formatted(
                        store,
                        its.in("posted"),
                        its.in("ignored"),
                        its.in("held"),
                        its.in("set-aside"),
                        onTheWay,
                        since,
                        its.in("parked"),
                        why.isEmpty() ? "" : " (%s)".formatted(why),
                        known,
                        deliveries == null ? "" : "; deliveries that can't be read %,d".formatted(deliveries));
    }
}
