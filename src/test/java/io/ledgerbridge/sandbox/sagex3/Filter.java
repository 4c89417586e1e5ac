package io.ledgerbridge.sandbox.sagex3;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A GraphQL filter: a string of relaxed JSON, such as <code>{site: {_id: 'FR011'}, accountingDate: {_gte: '2026-11-01'}}
 * </code>. Members of an object, and of an array, must all hold.
 */
final class Filter {

    private static final JsonMapper RELAXED = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build();

    private final JsonNode condition;

    private Filter(JsonNode condition) {
        this.condition = condition;
    }

    /** @throws IllegalArgumentException where it isn't relaxed JSON */
    static Filter of(@Nullable String text) {
        return new Filter(read(text));
    }

    /** @throws IllegalArgumentException where it isn't relaxed JSON */
    static JsonNode read(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? RELAXED.createObjectNode() : RELAXED.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not JSON: " + text, e);
        }
    }

    /** The one value that the filter wants a property to have, where it says so plainly. */
    @Nullable
    String valueOf(String property) {
        JsonNode wanted = condition.path(property);
        JsonNode value = wanted.has("_eq") ? wanted.path("_eq") : wanted;
        return value.isTextual() ? value.asText() : null;
    }

    /** @throws IllegalArgumentException where it names a property or an operator that there isn't */
    boolean matches(Map<String, Object> view) {
        return matches(condition, view);
    }

    private static boolean matches(JsonNode condition, @Nullable Object value) {
        if (condition.isArray()) {
            return StreamSupport.stream(condition.spliterator(), false).allMatch(member -> matches(member, value));
        }
        if (condition.isObject()) {
            return condition.properties().stream().allMatch(member -> matches(member, value));
        }
        return compare(value, condition) == 0;
    }

    private static boolean matches(Entry<String, JsonNode> member, @Nullable Object value) {
        String name = member.getKey();
        if (name.startsWith("_") && !name.equals("_id")) {
            return operator(name, member.getValue(), value);
        }
        if (value == null) {
            return false;
        }
        if (!(value instanceof Map<?, ?> view) || !view.containsKey(name)) {
            throw new IllegalArgumentException("Unknown property in filter: " + name);
        }
        return matches(member.getValue(), view.get(name));
    }

    private static boolean operator(String name, JsonNode operand, @Nullable Object value) {
        return switch (name) {
            case "_and" -> matches(operand, value);
            case "_or" -> StreamSupport.stream(operand.spliterator(), false).anyMatch(member -> matches(member, value));
            case "_not" -> !matches(operand, value);
            case "_eq" -> compare(value, operand) == 0;
            case "_ne" -> compare(value, operand) != 0;
            case "_gt" -> compare(value, operand) > 0;
            case "_gte" -> compare(value, operand) >= 0;
            case "_lt" -> compare(value, operand) < 0;
            case "_lte" -> compare(value, operand) <= 0;
            case "_in" -> StreamSupport.stream(operand.spliterator(), false).anyMatch(one -> compare(value, one) == 0);
            case "_every" -> collection(value).stream().allMatch(member -> matches(operand, member));
            case "_some" -> collection(value).stream().anyMatch(member -> matches(operand, member));
            case "_none" -> collection(value).stream().noneMatch(member -> matches(operand, member));
            default -> throw new IllegalArgumentException("Unknown operator in filter: " + name);
        };
    }

    private static Collection<?> collection(@Nullable Object value) {
        return value instanceof Collection<?> members ? members : List.of();
    }

    /** A reference compares by its {@code _id}. */
    private static int compare(@Nullable Object value, JsonNode operand) {
        Object plain = value instanceof Map<?, ?> reference ? reference.get("_id") : value;
        if (plain == null || operand.isNull()) {
            return plain == null && operand.isNull() ? 0 : -1;
        }
        if (plain instanceof Number number) {
            return new BigDecimal(number.toString()).compareTo(new BigDecimal(operand.asText()));
        }
        return plain.toString().compareTo(operand.asText());
    }
}
