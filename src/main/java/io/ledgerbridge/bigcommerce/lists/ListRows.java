package io.ledgerbridge.bigcommerce.lists;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one kind of list.
 *
 * @param orderId the field that names the order
 * @param date the field that says when what is listed was made, which is hardly ever the same of two
 * @param telling fields by which a person may find what a row is of: none that a shopper has written, nor one that changes
 *     with each change of the order
 */
record ListRows(String list, String orderId, String date, List<String> telling) {

    private static final int LONGEST_VALUE = 60;

    /** The order that a row names; null where it names none. */
    @Nullable
    Long order(JsonNode row) {
        return ListedValues.id(row.path(orderId));
    }

    /** @param neighbours which tell a row from the next one that says as little */
    UnreadableRow unreadable(JsonNode row, String neighbours) {
        String words = "A row of BigCommerce's %s %s.".formatted(list, row.isObject() ? fields(row) : shape(row));
        return new UnreadableRow(list, isTold(row.path(date)) ? words : words + " " + neighbours);
    }

    private static boolean isTold(JsonNode date) {
        return date.isTextual() && !date.textValue().isBlank();
    }

    private String fields(JsonNode row) {
        String told = telling.stream()
                .filter(row::has)
                .map(name -> name + " " + value(row.path(name)))
                .collect(Collectors.joining(", "));
        return told.isEmpty()
                ? "comes without an id, a date and a total"
                : "has no %s that can be read. It says: %s".formatted(orderId, told);
    }

    private static String value(JsonNode value) {
        String text = value.isValueNode() && !value.isNull() ? value.asText() : "(%s)".formatted(kind(value));
        return text.length() > LONGEST_VALUE
                ? text.substring(0, LONGEST_VALUE) + "…"
                : text.isEmpty() ? "(empty)" : text;
    }

    private static String shape(JsonNode row) {
        return "is " + (row.isNull() ? "empty" : "a " + kind(row) + " instead of named values");
    }

    private static String kind(JsonNode value) {
        return value.isNull() ? "nothing" : value.getNodeType().name().toLowerCase(Locale.ROOT);
    }
}
