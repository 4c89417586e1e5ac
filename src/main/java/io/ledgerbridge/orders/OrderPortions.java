package io.ledgerbridge.orders;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * All orders of a selection by store and number, a portion at a time. An order's day, state and amounts may change between two
 * portions; its place here can't, so that none is left out or comes twice.
 */
record OrderPortions(JdbcClient jdbc, OrderRows rows) {

    private static final String ORDERING = " ORDER BY store, order_id LIMIT ";

    /** @param last the order before them; null for the first portion */
    List<OrderRow> after(OrderSelection selection, @Nullable OrderRow last, int most) {
        return after(selection, last, most, new StoresWithOrders(jdbc).all());
    }

    /** @param stores as the database sorts them, which may be as a language does: here they go letter by letter */
    List<OrderRow> after(OrderSelection selection, @Nullable OrderRow last, int most, List<String> stores) {
        List<OrderRow> portion = new ArrayList<>();
        for (String store : stores.stream().sorted().toList()) {
            int place = last == null ? 1 : store.compareTo(last.store());
            if (place >= 0 && portion.size() < most) {
                long order = last == null || place > 0 ? Long.MIN_VALUE : last.order();
                portion.addAll(ofStore(from(selection, store, order), most - portion.size()));
            }
        }
        return portion;
    }

    /** One store at a time: in a comparison of both columns H2 would begin with the store's first order each time. */
    static OrderSelection from(OrderSelection selection, String store, long order) {
        return selection.and(
                "store = :portionStore AND order_id > :portionOrder",
                Map.of("portionStore", store, "portionOrder", order));
    }

    private List<OrderRow> ofStore(OrderSelection left, int most) {
        return jdbc.sql(portion(left, most))
                .params(left.parameters())
                .query(rows::row)
                .list();
    }

    static String portion(OrderSelection left, int most) {
        return OrderRows.COLUMNS + " JOIN (SELECT store AS its_store, order_id AS its_order FROM " + left.from()
                + left.where() + ORDERING + most + ") AS found ON store = its_store AND order_id = its_order" + ORDERING
                + most;
    }
}
