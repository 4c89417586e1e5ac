package io.ledgerbridge.bigcommerce.reading;

import io.ledgerbridge.bigcommerce.Order;
import io.ledgerbridge.bigcommerce.OrderProduct;
import io.ledgerbridge.bigcommerce.ShopJson;
import io.ledgerbridge.faults.Fault;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * The pages of an order's products that were read so far. They are complete when a page was empty, or when one was not
 * full and the quantities come to the order's {@code items_total}.
 *
 * @param next number of the next page, from 1
 */
public record ProductPages(
        long order, BigDecimal itemsTotal, List<OrderProduct> products, int next, boolean incomplete) {

    /** Products a page: BigCommerce's own default. */
    public static final int LIMIT = 50;

    /** The most products of one order that are read. */
    static final int MOST = 10_000;

    public ProductPages {
        products = List.copyOf(products);
    }

    static ProductPages none(Order order) {
        return new ProductPages(order.id(), order.itemsTotal(), List.of(), 1, true);
    }

    /**
     * With one more page.
     *
     * @throws Fault where one of it is no product of the order, or was on a page before: the list moved, or never ends
     */
    ProductPages with(List<OrderProduct> page) {
        page.forEach(this::checkIts);
        List<OrderProduct> all = new ArrayList<>(products);
        all.addAll(page);
        if (all.stream().mapToLong(OrderProduct::id).distinct().count() < all.size()) {
            throw Fault.passing(
                    "BigCommerce: a page of products of order %d repeats those before".formatted(order), null);
        }
        if (all.size() > MOST) {
            throw ShopJson.unreadable("order %d has more than %d products".formatted(order, MOST), null);
        }
        BigDecimal quantity = all.stream().map(OrderProduct::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean complete = page.isEmpty() || (page.size() < LIMIT && quantity.compareTo(itemsTotal) >= 0);
        return new ProductPages(order, itemsTotal, all, next + 1, !complete);
    }

    private void checkIts(OrderProduct product) {
        if (product.id() <= 0 || (product.orderId() != null && product.orderId() != order)) {
            throw ShopJson.unreadable(
                    "products of order %d: one lacks its id, or is another order's".formatted(order), null);
        }
    }
}
