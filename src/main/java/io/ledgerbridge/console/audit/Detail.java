package io.ledgerbridge.console.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a link says, as people read it. */
final class Detail {

    private Detail() {}

    /** By name; a text that is no JSON object has none. */
    static Map<String, String> of(JsonNode detail) {
        if (!detail.isObject()) {
            return Map.of("", detail.asText());
        }
        Map<String, String> all = new LinkedHashMap<>();
        detail.properties()
                .forEach(field -> all.put(
                        field.getKey(),
                        field.getValue().isValueNode()
                                ? field.getValue().asText()
                                : field.getValue().toString()));
        return all;
    }

    /** What a link says, but for who did it and for hashes. */
    static Map<String, String> rest(Map<String, String> says) {
        Map<String, String> rest = new LinkedHashMap<>(says);
        rest.keySet().removeIf(name -> name.equals("by") || name.endsWith("ha256"));
        return rest;
    }
}
