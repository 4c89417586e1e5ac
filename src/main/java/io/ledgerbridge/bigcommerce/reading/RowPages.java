package io.ledgerbridge.bigcommerce.reading;

import io.ledgerbridge.bigcommerce.ShopJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * The pages of one of an order's lists that were read so far. A page that is full means another one, whatever {@code meta}
 * says. One with nothing new is the last, as where all of them come whatever page is asked for.
 *
 * @param what the list holds, in the plural
 * @param rows by id, each as it was read last
 * @param id of a row
 * @param next number of the next page, from 1
 */
public record RowPages<T>(long order, String what, List<T> rows, ToLongFunction<T> id, int next, boolean incomplete) {

    /** Rows a page: the most that BigCommerce gives. */
    static final int LIMIT = 250;

    private static final int SERVERS_PAGE = 50;

    /** The most rows of one order that are read. */
    static final int MOST = 10_000;

    public RowPages {
        rows = List.copyOf(rows);
    }

    static <T> RowPages<T> none(long order, String what, ToLongFunction<T> id) {
        return new RowPages<>(order, what, List.of(), id, 1, true);
    }

    /** Of a list that nobody asks for. */
    RowPages<T> unwanted() {
        return new RowPages<>(order, what, List.of(), id, 1, false);
    }

    /**
     * With one more page.
     *
     * @throws io.ledgerbridge.faults.Fault where a row has no id, or where there is no end of them
     */
    RowPages<T> with(List<T> page) {
        Map<Long, T> all = new LinkedHashMap<>();
        rows.forEach(row -> all.put(id.applyAsLong(row), row));
        for (T row : page) {
            if (id.applyAsLong(row) <= 0) {
                throw ShopJson.unreadable("%s of order %d: one lacks its id".formatted(what, order), null);
            }
            all.put(id.applyAsLong(row), row);
        }
        if (all.size() > MOST) {
            throw ShopJson.unreadable("order %d has more than %d %s".formatted(order, MOST, what), null);
        }
        boolean more = mayBeFull(page) && all.size() > rows.size();
        return new RowPages<>(order, what, new ArrayList<>(all.values()), id, next + 1, more);
    }

    /** A server may give fewer a page than it is asked for: BigCommerce's own page sizes are multiples of 50. */
    private static boolean mayBeFull(List<?> page) {
        return page.size() >= LIMIT || (!page.isEmpty() && page.size() % SERVERS_PAGE == 0);
    }
}
