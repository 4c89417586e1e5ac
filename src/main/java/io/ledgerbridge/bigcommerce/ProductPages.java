package io.ledgerbridge.bigcommerce;

import io.ledgerbridge.books.Fault;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * The pages of an order's products that were read so far. They are complete when a page was empty, or when one was not
 * full and the quantities come to the order's {@code items_total}.
 *
 * @param next number of the next page, from 1
 */
public record ProductPages(BigDecimal itemsTotal, List<OrderProduct> products, int next, boolean incomplete) {

    /** Products a page: BigCommerce's own default. */
    public static final int LIMIT = 50;

    public ProductPages {
        products = List.copyOf(products);
    }

    static ProductPages none(Order order) {
        return new ProductPages(order.itemsTotal(), List.of(), 1, true);
    }

    /**
     * With one more page.
     *
     * @throws Fault where it has nothing new: the list would never end
     */
    ProductPages with(List<OrderProduct> page) {
        if (!page.isEmpty() && products.containsAll(page)) {
            throw Fault.passing("BigCommerce: a page of products repeats those before", null);
        }
        List<OrderProduct> all = new ArrayList<>(products);
        all.addAll(page);
        BigDecimal quantity = all.stream().map(OrderProduct::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean complete = page.isEmpty() || (page.size() < LIMIT && quantity.compareTo(itemsTotal) >= 0);
        return new ProductPages(itemsTotal, all, next + 1, !complete);
    }

    /** Products a page. */
    public int limit() {
        return LIMIT;
    }
}
