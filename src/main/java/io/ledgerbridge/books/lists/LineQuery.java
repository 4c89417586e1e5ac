package io.ledgerbridge.books.lists;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which lines are asked for; what is null doesn't matter.
 *
 * @param from first accounting date
 * @param to last accounting date
 * @param text a reference, or one of X3's numbers, or the beginning of either
 * @param page from 0
 * @param size rows a page, above 0
 */
public record LineQuery(
        @Nullable String account,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String text,
        int page,
        int size) {

    /** @param isWhole whether the text is all of a reference or a number */
    String where(boolean isWhole) {
        List<String> conditions = new ArrayList<>(List.of("line.memo = FALSE", "journal.state <> 'withdrawn'"));
        if (account != null) {
            conditions.add("line.account = :account");
        }
        if (from != null) {
            conditions.add("journal.accounting_date >= :from");
        }
        if (to != null) {
            conditions.add("journal.accounting_date <= :to");
        }
        if (text != null) {
            conditions.add(
                    isWhole
                            ? "(journal.reference = :text OR journal.x3_number = :text)"
                            : "(journal.reference LIKE :beginning ESCAPE '!' OR journal.x3_number LIKE :beginning ESCAPE '!')");
        }
        return " WHERE " + String.join(" AND ", conditions);
    }

    Map<String, Object> parameters(boolean isWhole) {
        Map<String, Object> parameters = new HashMap<>();
        put(parameters, "account", account);
        put(parameters, "from", from);
        put(parameters, "to", to);
        put(parameters, isWhole ? "text" : "beginning", text == null || isWhole ? text : beginning(text));
        return parameters;
    }

    /** How many rows are before the page. */
    long offset() {
        return (long) page * size;
    }

    static String beginning(String text) {
        return text.replaceAll("[!%_]", "!$0") + "%";
    }

    private static void put(Map<String, Object> parameters, String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, value);
        }
    }
}
