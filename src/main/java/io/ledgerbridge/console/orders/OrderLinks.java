package io.ledgerbridge.console.orders;

import io.ledgerbridge.api.orders.OrderParameters;
import io.ledgerbridge.console.Chosen;
import io.ledgerbridge.orders.OrderCursor;
import io.ledgerbridge.orders.OrderFilter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** Addresses of the same list with one thing changed. */
record OrderLinks(OrderParameters asked, Chosen chosen) {

    /** The page that begins behind a place. */
    public String after(OrderCursor place) {
        return at("/orders", Map.of("after", place.text()));
    }

    /** Only those in a state; of all states where it is none. */
    public String state(@Nullable String state) {
        return at("/orders", Map.of("state", Objects.toString(state, "")));
    }

    /** Only those with a tag. */
    public String tag(String tag) {
        return at("/orders", Map.of("tag", tag));
    }

    /** The same of all orders, be they of a backfill or not. */
    public String ofNoBackfill() {
        return at("/orders", Map.of("backfill", ""));
    }

    /** Its beginning. */
    public String first() {
        return at("/orders", Map.of());
    }

    /** Whether nothing but the store and the time is asked for. */
    public boolean isPlain() {
        return asked.on(null, null)
                .filter()
                .equals(OrderFilter.of(asked.filter().store(), null, null));
    }

    /** All that are looked for, as a file. */
    public String export(String kind) {
        return at("/orders/export." + kind, Map.of());
    }

    private String at(String path, Map<String, String> changed) {
        Map<String, Object> all = new LinkedHashMap<>();
        put(all, "store", asked.store());
        all.put("month", chosen.monthText());
        put(all, "state", asked.state());
        put(all, "channel", asked.channel());
        put(all, "currency", asked.currency());
        put(all, "from", asked.from());
        put(all, "to", asked.to());
        put(all, "text", asked.text());
        put(all, "reason", asked.reason());
        put(all, "amount", asked.amount());
        put(all, "flag", asked.flag());
        put(all, "assignedTo", asked.assignedTo());
        put(all, "tag", asked.tag());
        put(all, "backfill", asked.backfill());
        all.putAll(changed);
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        all.forEach((name, value) -> {
            if (!value.toString().isEmpty()) {
                address.queryParam(name, "{" + name + "}");
            }
        });
        return address.encode().buildAndExpand(all).toUriString();
    }

    private static void put(Map<String, Object> all, String name, @Nullable Object value) {
        if (value != null) {
            all.put(name, value);
        }
    }
}
