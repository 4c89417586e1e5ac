package io.ledgerbridge.orders;

import io.ledgerbridge.database.DatabaseClock;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Orders by what they are asked for: pages, newest day first, and all of them by their numbers. */
@Component
public class OrderList {

    private static final String ORDERING = " ORDER BY listed_on DESC, store DESC, order_id DESC LIMIT ";

    private final JdbcClient jdbc;
    private final DatabaseClock clock;

    OrderList(JdbcClient jdbc, DatabaseClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What a filter comes to now.
     *
     * @throws TooManyMatches where its text is the beginning of too much
     */
    @Transactional(readOnly = true)
    public OrderSelection select(OrderFilter filter) {
        return OrderSelection.of(
                filter, new OrderSearch(jdbc).find(filter.text()), clock.now().atOffset(ZoneOffset.UTC));
    }

    /** The stores that have orders, those that are set up no more as well. */
    @Transactional(readOnly = true)
    public List<String> stores() {
        return new StoresWithOrders(jdbc).all();
    }

    /**
     * One page.
     *
     * @param last the last order of the page before; null for the first
     * @param size 1 or more
     */
    @Transactional(readOnly = true)
    public OrderPage page(OrderSelection selection, @Nullable OrderCursor last, int size) {
        List<OrderRow> found = after(selection, last, size + 1);
        boolean more = found.size() > size;
        List<OrderRow> items = more ? found.subList(0, size) : found;
        List<OrderSum> sums = sums(selection);
        return new OrderPage(
                items,
                more ? OrderCursor.of(items.get(size - 1)) : null,
                sums.stream().mapToLong(OrderSum::orders).sum(),
                sums);
    }

    /**
     * The next orders by store and number, so many at the most: whoever wants them all goes through them so, and holds no
     * transaction in between.
     *
     * @param last the order before them; null for the first
     */
    @Transactional(readOnly = true)
    public List<OrderRow> portion(OrderSelection selection, @Nullable OrderRow last, int most) {
        return new OrderPortions(jdbc, new OrderRows(clock.now())).after(selection, last, most);
    }

    /** The next orders of the lists. Their ids come first, by an index alone, since many may have to be passed over. */
    @Transactional(readOnly = true)
    public List<OrderRow> after(OrderSelection selection, @Nullable OrderCursor last, int most) {
        OrderSelection left = new NextDays(jdbc).narrowed(selection, last, most);
        return jdbc.sql(page(left, most))
                .params(left.parameters())
                .query(new OrderRows(clock.now())::row)
                .list();
    }

    /** What few orders have is looked for as a whole: else PostgreSQL goes through all, as if the first came soon. */
    static String page(OrderSelection left, int most) {
        String ids = "SELECT store AS its_store, order_id AS its_order, listed_on AS its_day FROM " + left.from()
                + left.where();
        String found = left.isBroad()
                ? ids + ORDERING + most
                : "SELECT * FROM (" + ids
                        + " OFFSET 0) AS few ORDER BY its_day DESC, its_store DESC, its_order DESC LIMIT " + most;
        return OrderRows.COLUMNS + " JOIN (" + found + ") AS found ON store = its_store AND order_id = its_order"
                + ORDERING + most;
    }

    /** Those of a store that have these numbers. */
    @Transactional(readOnly = true)
    public List<OrderRow> numbered(String store, List<Long> orders) {
        return orders.isEmpty()
                ? List.of()
                : jdbc.sql(OrderRows.COLUMNS + " WHERE store = :store AND order_id IN (:orders) ORDER BY order_id")
                        .param("store", store)
                        .param("orders", orders)
                        .query(new OrderRows(clock.now())::row)
                        .list();
    }

    /** By currency, those without one last. */
    @Transactional(readOnly = true)
    public List<OrderSum> sums(OrderSelection selection) {
        return jdbc.sql(OrderSum.COLUMNS + " FROM " + selection.totals() + selection.where()
                        + " GROUP BY currency HAVING sum(orders) <> 0 ORDER BY currency NULLS LAST")
                .params(selection.parameters())
                .query(OrderSum::of)
                .list();
    }
}
