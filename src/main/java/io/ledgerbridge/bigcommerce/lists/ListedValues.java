package io.ledgerbridge.bigcommerce.lists;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the ids and the dates of a list's rows; null for what is none. */
final class ListedValues {

    /** Far beyond any id of BigCommerce's, and far from where the next one would be below zero. */
    private static final long BEYOND_IDS = 1_000_000_000_000_000_000L;

    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,18}");

    /** Not every database could hold what is beyond. */
    private static final Instant YEAR_10000 = Instant.parse("+10000-01-01T00:00:00Z");

    private ListedValues() {}

    /** A whole number above zero, be it written as a text. */
    static @Nullable Long id(JsonNode node) {
        long id = 0;
        if (node.isTextual() && DIGITS.matcher(node.textValue()).matches()) {
            id = Long.parseLong(node.textValue());
        } else if (node.isNumber() && node.canConvertToExactIntegral() && node.canConvertToLong()) {
            id = node.longValue();
        }
        return id > 0 && id < BEYOND_IDS ? (Long) id : null;
    }

    static @Nullable Instant instant(JsonNode node, DateTimeFormatter format) {
        if (!node.isTextual()) {
            return null;
        }
        try {
            Instant instant = format.parse(node.textValue().strip(), Instant::from);
            return instant.isBefore(Instant.EPOCH) || !instant.isBefore(YEAR_10000) ? null : instant;
        } catch (DateTimeException none) {
            return null;
        }
    }
}
