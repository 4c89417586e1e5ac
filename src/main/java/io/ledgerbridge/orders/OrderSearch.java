package io.ledgerbridge.orders;

import io.ledgerbridge.ledger.TypedAmount;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds what a text may be: an order's number, an amount, an entry's reference or its number in X3, also of one by hand. */
final class OrderSearch {

    /** So many orders at the most are found by what only begins with a text. */
    static final int MOST = 1000;

    /** An order may have many entries. */
    private static final int MOST_ENTRIES = 10 * MOST;

    static final String WHOLE = "reference = :text OR x3_number = :text";
    static final String BEGINNING = "reference LIKE :text ESCAPE '!' OR x3_number LIKE :text ESCAPE '!'";

    private static final String WHOLE_BY_HAND = "x3_number = :text";
    private static final String BEGINNING_BY_HAND = "x3_number LIKE :text ESCAPE '!'";

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    private final JdbcClient jdbc;

    OrderSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What has all of a text comes before what only begins with it, which is asked for where nothing has.
     *
     * @throws TooManyMatches where it is the beginning of too much
     */
    Matches find(@Nullable String text) {
        if (text == null) {
            return Matches.NONE;
        }
        Map<String, Set<Long>> whole = asWritten(WHOLE, WHOLE_BY_HAND, text);
        if (NUMBER.matcher(text).matches()) {
            numbered(Long.parseLong(text)).forEach(store -> add(whole, store, Long.parseLong(text)));
        }
        Matches found = new Matches(whole, amounts(text));
        return found.isNone()
                ? new Matches(asWritten(BEGINNING, BEGINNING_BY_HAND, text.replaceAll("[!%_]", "!$0") + "%"), List.of())
                : found;
    }

    /** References and X3's numbers are in capitals nearly always, and people don't write them so. */
    private Map<String, Set<Long>> asWritten(String condition, String byHand, String text) {
        Map<String, Set<Long>> found = entries(condition, byHand, text);
        String capitals = text.toUpperCase(Locale.ROOT);
        return found.isEmpty() && !capitals.equals(text) ? entries(condition, byHand, capitals) : found;
    }

    /** Of an order's number alone there is no index: each store is asked. */
    private Set<String> numbered(long order) {
        Set<String> stores = new TreeSet<>();
        for (String store : new StoresWithOrders(jdbc).all()) {
            stores.addAll(jdbc.sql("SELECT store FROM due_order WHERE store = :store AND order_id = :order")
                    .params(Map.of("store", store, "order", order))
                    .query(String.class)
                    .list());
        }
        return stores;
    }

    /** Those that some order has, of those that the text may be: 1,204 is one amount of a store, and another of the next. */
    private List<BigDecimal> amounts(String text) {
        return TypedAmount.readings(text).stream().filter(this::isOfAny).toList();
    }

    private boolean isOfAny(BigDecimal amount) {
        return jdbc.sql("SELECT count(*) FROM due_order WHERE " + Matches.AMOUNT)
                        .param("amount", amount)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private Map<String, Set<Long>> entries(String condition, String byHand, String text) {
        Map<String, Set<Long>> orders = new TreeMap<>();
        Map<String, Integer> read = new HashMap<>();
        jdbc.sql("SELECT store, order_id FROM journal WHERE state <> 'withdrawn' AND (" + condition + ")"
                        + " UNION ALL SELECT store, order_id FROM set_aside WHERE " + byHand + " LIMIT "
                        + (MOST_ENTRIES + 1))
                .param("text", text)
                .query(row -> {
                    read.merge("rows", 1, Integer::sum);
                    add(orders, row.getString("store"), row.getLong("order_id"));
                });
        int found = orders.values().stream().mapToInt(Set::size).sum();
        if (found > MOST || read.getOrDefault("rows", 0) > MOST_ENTRIES) {
            throw TooManyMatches.than(MOST);
        }
        return orders;
    }

    private static void add(Map<String, Set<Long>> orders, String store, long order) {
        orders.computeIfAbsent(store, key -> new TreeSet<>()).add(order);
    }
}
