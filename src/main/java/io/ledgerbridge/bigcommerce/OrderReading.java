package io.ledgerbridge.bigcommerce;

import java.util.List;
import java.util.Optional;

/** An order with its products and refunds, as BigCommerce gave them in one reading. */
public record OrderReading(Order order, List<OrderProduct> products, List<Refund> refunds) {

    public OrderReading {
        products = List.copyOf(products);
        refunds = List.copyOf(refunds);
    }

    /** The product of the order's item; none where an edit has taken it out. */
    public Optional<OrderProduct> product(long item) {
        return products.stream().filter(product -> product.id() == item).findFirst();
    }
}
