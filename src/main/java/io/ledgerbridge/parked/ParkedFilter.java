package io.ledgerbridge.parked;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which parked orders are asked for; what is null doesn't matter.
 *
 * @param assignedTo who looks after them; {@link #NOBODY} for those that nobody does
 */
public record ParkedFilter(
        @Nullable String store,
        @Nullable String reason,
        @Nullable String assignedTo) {

    /** Nobody looks after them. */
    public static final String NOBODY = "";

    String where() {
        String where = " WHERE outcome = 'parked' AND due_at IS NULL";
        if (NOBODY.equals(assignedTo)) {
            where += " AND assigned_to IS NULL";
        }
        for (String column : values().keySet()) {
            where += " AND %s = :%s".formatted(column, column);
        }
        return where;
    }

    Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>();
        put(values, "store", store);
        put(values, "reason", reason);
        put(values, "assigned_to", NOBODY.equals(assignedTo) ? null : assignedTo);
        return values;
    }

    private static void put(Map<String, Object> values, String column, @Nullable String value) {
        if (value != null) {
            values.put(column, value);
        }
    }
}
