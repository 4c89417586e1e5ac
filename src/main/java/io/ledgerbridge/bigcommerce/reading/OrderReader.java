package io.ledgerbridge.bigcommerce.reading;

import io.ledgerbridge.bigcommerce.Order;
import io.ledgerbridge.bigcommerce.OrderProduct;
import io.ledgerbridge.bigcommerce.Refund;
import io.ledgerbridge.bigcommerce.ShopJson;
import io.ledgerbridge.faults.Fault;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads an order from BigCommerce's answers, part by part. */
@Component
public class OrderReader {

    private final ShopJson json = new ShopJson();

    /** Of an order of which nothing is read yet. */
    public OrderParts begin(long order) {
        return OrderParts.none(order);
    }

    /**
     * With the part that was asked for.
     *
     * @param text BigCommerce's answer; empty where there is nothing (204)
     * @throws Fault where that can't be read, or isn't what was asked for
     */
    public OrderParts with(OrderParts parts, String text) {
        return switch (parts.next()) {
            case ORDER -> parts.with(order(parts.id(), text));
            case PRODUCTS -> parts.with(parts.productPages().with(products(parts.id(), text)));
            case REFUNDS -> parts.with(parts.refundPages().with(refunds(parts.id(), text)));
            case NOTHING -> throw new IllegalStateException("All of order %d is read".formatted(parts.id()));
        };
    }

    private Order order(long asked, String text) {
        String what = "order " + asked;
        Order order = json.read(text, Order.class, what);
        RequiredFields.ORDER.check(json.tree(text, what), what);
        if (order.id() != asked) {
            throw ShopJson.unreadable("%s: its id is %d".formatted(what, order.id()), null);
        }
        return order;
    }

    private List<OrderProduct> products(long order, String text) {
        String what = "products of order " + order;
        if (text.isEmpty()) {
            return List.of();
        }
        List<OrderProduct> products = ShopJson.rows(json.read(text, OrderProduct[].class, what), what);
        RequiredFields.PRODUCT.checkAll(json.tree(text, what), what);
        return products;
    }

    private List<Refund> refunds(long order, String text) {
        String what = "refunds of order " + order;
        if (text.isEmpty()) {
            return List.of();
        }
        List<Refund> refunds = json.data(text, Refund.class, what);
        RequiredFields.REFUND.checkAll(json.tree(text, what).path("data"), what);
        return refunds;
    }
}
