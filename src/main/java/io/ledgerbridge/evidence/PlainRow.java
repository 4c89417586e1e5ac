package io.ledgerbridge.evidence;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row in values that every database, and JSON, has alike. */
final class PlainRow {

    private PlainRow() {}

    static Map<String, @Nullable Object> of(Map<String, @Nullable Object> row) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        row.forEach((column, value) -> plain.put(column.toLowerCase(Locale.ROOT), plain(value)));
        return plain;
    }

    /** Instants as a chain's hash has them, amounts with all their digits, bytes in Base64. */
    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Timestamp at) {
            return at.toInstant().toString();
        }
        if (value instanceof OffsetDateTime at) {
            return at.toInstant().toString();
        }
        if (value instanceof BigDecimal amount) {
            return amount.toPlainString();
        }
        if (value instanceof byte[] bytes) {
            return Base64.getEncoder().encodeToString(bytes);
        }
        return value == null || value instanceof Number || value instanceof Boolean ? value : value.toString();
    }
}
