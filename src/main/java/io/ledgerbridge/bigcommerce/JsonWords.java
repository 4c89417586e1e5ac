package io.ledgerbridge.bigcommerce;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says which field of an answer can't be read, and what it should be, where Jackson names Java's types. */
final class JsonWords {

    private static final Pattern TWICE = Pattern.compile("Duplicate field '([^']{1,100})'");
    private static final String TRAILING = "Trailing token";
    private static final int LONGEST_VALUE = 50;

    private JsonWords() {}

    /** One clause. */
    static String of(JsonProcessingException unreadable, String text) {
        if (text.isBlank()) {
            return "it is empty";
        }
        if (text.stripLeading().startsWith("<")) {
            return "it is a page, and no JSON";
        }
        return unreadable instanceof JsonMappingException field ? mapping(field) : syntax(unreadable);
    }

    /** Such as {@code products[2].total_ex_tax}; empty where it is the answer as a whole. */
    static String path(JsonMappingException field) {
        return field.getPath().stream()
                .map(step ->
                        step.getFieldName() == null ? "[" + (step.getIndex() + 1) + "]" : "." + step.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }

    private static String syntax(JsonProcessingException unreadable) {
        Matcher twice = TWICE.matcher(unreadable.getOriginalMessage());
        if (twice.find()) {
            return "'%s' is there twice".formatted(twice.group(1));
        }
        if (unreadable instanceof StreamConstraintsException) {
            return "it is larger, or deeper within itself, than is read";
        }
        return unreadable instanceof JsonEOFException ? "it ends too early" : "it is no JSON";
    }

    private static String mapping(JsonMappingException field) {
        if (field.getOriginalMessage().startsWith(TRAILING)) {
            return "there is more behind its end";
        }
        if (!(field instanceof MismatchedInputException wrong)) {
            return field.getCause() instanceof JsonProcessingException within
                    ? syntax(within)
                    : named(field, "can't be read");
        }
        String what = "is not " + expected(wrong.getTargetType());
        return named(field, wrong instanceof InvalidFormatException shown ? value(shown) + what : what);
    }

    private static String named(JsonMappingException field, String what) {
        String path = path(field);
        return (path.isEmpty() ? "it" : path) + " " + what;
    }

    /** What an amount is may be anybody's secret, and is told as an ellipsis. */
    private static String value(InvalidFormatException wrong) {
        return wrong.getValue() instanceof String text && text.length() <= LONGEST_VALUE && !text.equals("…")
                ? "is '%s', which ".formatted(text)
                : "";
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "what it should be";
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "a list";
        }
        if (Temporal.class.isAssignableFrom(type)) {
            return "a date";
        }
        return switch (type.getSimpleName()) {
            case "int", "Integer", "long", "Long" -> "a whole number";
            case "BigDecimal" -> "a number";
            case "boolean", "Boolean" -> "true or false";
            case "String" -> "a text";
            default -> "an object";
        };
    }
}
