package io.ledgerbridge.orders;

import io.ledgerbridge.posting.amounts.OrderFlag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A filter whose text has been looked up: a condition on the rows of {@code due_order}.
 *
 * @param from the orders of which it is true: all of them, or those of a tag, which H2 finds only from there
 * @param where empty, or beginning with WHERE
 * @param kept the view in which the database keeps what they come to, since there may be any number of them; null where they are
 *     few, found by an index of those few
 */
public record OrderSelection(
        String from,
        String where,
        Map<String, Object> parameters,
        @Nullable String kept) {

    private static final String TAGGED = "(SELECT d.* FROM order_tag t JOIN due_order d"
            + " ON d.store = t.store AND d.order_id = t.order_id WHERE t.tag = :tag) AS due_order";

    private static final String EACH = "(SELECT due_order.*, 1 AS orders,"
            + " CASE WHEN total IS NULL THEN 0 ELSE 1 END AS with_total FROM %s) AS each_order";

    public OrderSelection {
        parameters = Map.copyOf(parameters);
    }

    /** @param now by which waiting is told from posting */
    static OrderSelection of(OrderFilter filter, Matches matches, Object now) {
        Conditions conditions = new Conditions();
        conditions.add("store = :store", "store", filter.store());
        conditions.add("channel = :channel", "channel", filter.channel());
        conditions.add("currency = :currency", "currency", filter.currency());
        conditions.add("listed_on >= :from", "from", filter.from());
        conditions.add("listed_on <= :to", "to", filter.to());
        conditions.add(OrderState.PARKED.condition() + " AND reason = :reason", "reason", filter.reason());
        conditions.add(Matches.AMOUNT, "amount", filter.amount());
        conditions.add("flags IS NOT NULL AND flags LIKE :flag ESCAPE '!'", "flag", flag(filter.flag()));
        conditions.add("assigned_to = :assignedTo", "assignedTo", filter.assignedTo());
        if (filter.tag() != null) {
            conditions.from(TAGGED, Map.of("tag", filter.tag()));
        }
        conditions.add(
                "(store, order_id) IN (SELECT b.store, o.order_id FROM backfill_order o"
                        + " JOIN backfill b ON b.id = o.backfill_id WHERE o.backfill_id = :backfill)",
                "backfill",
                filter.backfill());
        if (filter.state() != null) {
            conditions.add(filter.state().condition(), Map.of("now", now));
        }
        if (filter.text() != null) {
            conditions.add(matches.condition(), matches.parameters());
        }
        return conditions.selection(filter.kept());
    }

    /** Whether there may be any number of them. */
    boolean isBroad() {
        return kept != null;
    }

    /**
     * The table or view whose rows add up to what the orders come to: it has the columns that the condition names, and counts
     * of orders.
     */
    public String totals() {
        return kept == null ? EACH.formatted(from) : kept;
    }

    /** The same from a place on. */
    OrderSelection after(@Nullable OrderCursor last) {
        // the first condition is for H2, which finds no place in an index by a comparison of rows
        return last == null
                ? this
                : and(
                        "listed_on <= :lastDay AND (listed_on, store, order_id) < (:lastDay, :lastStore, :lastOrder)",
                        Map.of("lastDay", last.day(), "lastStore", last.store(), "lastOrder", last.order()));
    }

    /** Those of it for which something more is true. */
    OrderSelection and(String condition, Map<String, Object> values) {
        Map<String, Object> all = new HashMap<>(parameters);
        all.putAll(values);
        return new OrderSelection(from, where + (where.isEmpty() ? " WHERE " : " AND ") + condition, all, kept);
    }

    private static @Nullable String flag(OrderFlag.@Nullable Kind kind) {
        return kind == null ? null : "%\"kind\":\"" + kind.name().replace("_", "!_") + "\"%";
    }

    /** What is put together with AND. */
    private static final class Conditions {

        private final List<String> all = new ArrayList<>();
        private final Map<String, Object> values = new HashMap<>();
        private String from = "due_order";

        void from(String some, Map<String, Object> parameters) {
            from = some;
            values.putAll(parameters);
        }

        void add(String condition, String name, @Nullable Object value) {
            if (value != null) {
                add(condition, Map.of(name, value));
            }
        }

        void add(String condition, Map<String, Object> parameters) {
            all.add("(" + condition + ")");
            values.putAll(parameters);
        }

        OrderSelection selection(@Nullable String kept) {
            return new OrderSelection(from, all.isEmpty() ? "" : " WHERE " + String.join(" AND ", all), values, kept);
        }
    }
}
