package io.ledgerbridge.bigcommerce;

import java.util.List;

/** An order with its products and refunds, as BigCommerce gave them in one reading. */
public record OrderReading(Order order, List<OrderProduct> products, List<Refund> refunds) {

    public OrderReading {
        products = List.copyOf(products);
        refunds = List.copyOf(refunds);
    }
}
