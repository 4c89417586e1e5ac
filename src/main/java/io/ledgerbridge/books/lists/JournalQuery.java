package io.ledgerbridge.books.lists;

import io.ledgerbridge.books.JournalState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which journals are asked for; what is null doesn't matter.
 *
 * @param from first accounting date
 * @param to last accounting date
 * @param page from 0
 * @param size rows a page, above 0
 */
public record JournalQuery(
        @Nullable String store,
        @Nullable String channel,
        @Nullable Long order,
        @Nullable JournalState state,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        int page,
        int size) {

    String where() {
        List<String> conditions = new ArrayList<>();
        add(conditions, store, "store = :store");
        add(conditions, channel, "channel = :channel");
        add(conditions, order, "order_id = :order");
        add(conditions, state, "state = :state");
        add(conditions, from, "accounting_date >= :from");
        add(conditions, to, "accounting_date <= :to");
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }

    /** By accounting date; with the store named first where it is given, H2 sees that an index has that order. */
    String ordering() {
        return store == null ? " ORDER BY accounting_date, id" : " ORDER BY store, accounting_date, id";
    }

    /** How many rows are before the page. */
    long offset() {
        return (long) page * size;
    }

    Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>();
        put(parameters, "store", store);
        put(parameters, "channel", channel);
        put(parameters, "order", order);
        put(parameters, "state", state == null ? null : state.label());
        put(parameters, "from", from);
        put(parameters, "to", to);
        return parameters;
    }

    private static void add(List<String> conditions, @Nullable Object value, String condition) {
        if (value != null) {
            conditions.add(condition);
        }
    }

    private static void put(Map<String, Object> parameters, String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, value);
        }
    }
}
