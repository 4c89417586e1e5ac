package io.ledgerbridge.console.audit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What evidence is asked for, as a person wrote it: by numbers, or a sample of days.
 *
 * @param orders numbers; null where it is a sample
 */
record EvidenceForm(
        @Nullable String store,
        @Nullable String orders,
        @Nullable String from,
        @Nullable String to,
        @Nullable String sample,
        @Nullable String seed) {

    OrderNumbers numbers() {
        return OrderNumbers.of(Objects.requireNonNullElse(orders, ""));
    }

    /** An address with all that was written, so that nobody writes it twice. */
    String at(String address) {
        Map<String, String> fields = fields();
        UriComponentsBuilder again = UriComponentsBuilder.fromUriString(address);
        fields.keySet().forEach(name -> again.replaceQueryParam(name, "{" + name + "}"));
        return again.encode().buildAndExpand(fields).toUriString();
    }

    /** Where the ZIP is. */
    String zip() {
        if (orders == null) {
            return at("/api/evidence");
        }
        List<Long> numbers = numbers().all();
        return UriComponentsBuilder.fromPath("/api/evidence")
                .queryParam("store", store)
                .queryParam("order", numbers)
                .build()
                .toUriString();
    }

    private Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        put(fields, "store", store);
        put(fields, "orders", orders);
        put(fields, "from", from);
        put(fields, "to", to);
        put(fields, "sample", sample);
        put(fields, "seed", seed);
        return fields;
    }

    private static void put(Map<String, String> fields, String name, @Nullable String value) {
        if (value != null) {
            fields.put(name, value);
        }
    }
}
