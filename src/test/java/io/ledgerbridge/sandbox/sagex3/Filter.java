package io.ledgerbridge.sandbox.sagex3;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A GraphQL filter: a string of relaxed JSON, such as <code>{sourceDocument: 'BC218', site: {_id: 'FR011'}}</code>. Of
 * Sage's operators it has {@code _eq} alone, and refuses the others.
 */
final class Filter {

    private static final JsonMapper RELAXED = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build();

    private final Map<String, String> wanted = new LinkedHashMap<>();

    /** @throws IllegalArgumentException where it isn't relaxed JSON, or names an operator that there isn't */
    Filter(@Nullable String text) {
        read(text).properties().forEach(member -> wanted.put(member.getKey(), plain(member.getValue())));
    }

    static JsonNode read(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? RELAXED.createObjectNode() : RELAXED.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not JSON: " + text, e);
        }
    }

    /** A reference is named by its {@code _id}. */
    private static String plain(JsonNode wanted) {
        JsonNode value = wanted.has("_eq") ? wanted.path("_eq") : wanted.path("_id");
        if (wanted.isContainerNode() && (wanted.size() != 1 || !value.isValueNode())) {
            throw new IllegalArgumentException("Unknown operator in filter: " + wanted);
        }
        return wanted.isContainerNode() ? value.asText() : wanted.asText();
    }

    /** The one value that the filter wants a property to have; null where it says nothing of it. */
    @Nullable
    String valueOf(String property) {
        return wanted.get(property);
    }

    /** @throws IllegalArgumentException where it names a property that there isn't */
    boolean matches(Map<String, Object> view) {
        return wanted.entrySet().stream().allMatch(member -> member.getValue().equals(plain(view, member.getKey())));
    }

    private static String plain(Map<String, Object> view, String property) {
        Object value = view.get(property);
        if (value == null || value instanceof Iterable) {
            throw new IllegalArgumentException("Unknown property in filter: " + property);
        }
        return value instanceof Map<?, ?> reference ? String.valueOf(reference.get("_id")) : value.toString();
    }
}
