package io.ledgerbridge.bigcommerce.lists;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerbridge.bigcommerce.ShopJson;
import io.ledgerbridge.faults.Fault;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads lists of orders and of refunds for the orders that they name. A row that can't be read takes no other with it, and
 * neither does a date: its order is as one that may just have changed.
 */
@Component
public class OrderLists {

    private static final ListRows ORDERS = new ListRows(
            "list of orders",
            "id",
            "date_created",
            List.of("id", "date_created", "total_inc_tax", "default_currency_code"));
    private static final ListRows REFUNDS = new ListRows(
            "list of refunds", "order_id", "created", List.of("id", "order_id", "created", "total_amount"));

    private final ShopJson json = new ShopJson();

    /**
     * One page of the store's orders.
     *
     * @throws Fault where the text is no list
     */
    public ListPage orders(String text) {
        return text.isEmpty()
                ? ListPage.EMPTY
                : page(
                        json.tree(text, "a list of orders"),
                        ORDERS,
                        "date_modified",
                        DateTimeFormatter.RFC_1123_DATE_TIME);
    }

    /**
     * One page of the store's refunds.
     *
     * @throws Fault where the text is no list
     */
    public ListPage refunds(String text) {
        return text.isEmpty()
                ? ListPage.EMPTY
                : page(
                        json.tree(text, "a list of refunds").path("data"),
                        REFUNDS,
                        "created",
                        DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    private static ListPage page(JsonNode rows, ListRows kind, String date, DateTimeFormatter format) {
        if (!rows.isArray()) {
            throw ShopJson.unreadable("a %s: it is none".formatted(kind.list()), null);
        }
        List<@Nullable Long> ids = new ArrayList<>();
        rows.forEach(row -> ids.add(kind.order(row)));
        List<ListedOrder> orders = new ArrayList<>();
        List<UnreadableRow> unreadable = new ArrayList<>();
        for (int index = 0; index < rows.size(); index++) {
            JsonNode row = rows.path(index);
            Long order = ids.get(index);
            if (order == null) {
                unreadable.add(kind.unreadable(row, Neighbours.words(index, ids)));
            } else {
                orders.add(new ListedOrder(order, rowId(row), ListedValues.instant(row.path(date), format)));
            }
        }
        return new ListPage(orders, unreadable);
    }

    private static long rowId(JsonNode row) {
        Long id = ListedValues.id(row.path("id"));
        return id == null ? 0 : id;
    }
}
