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
    private final MoreParts more;

    OrderReader(MoreParts more) {
        this.more = more;
    }

    /** Of an order of which nothing is read yet. */
    public OrderParts begin(String store, long order) {
        return OrderParts.none(store, order);
    }

    /**
     * With the part that was asked for.
     *
     * @param text BigCommerce's answer; empty where there is nothing (204)
     * @throws Fault where that can't be read, or isn't what was asked for
     */
    public OrderParts with(OrderParts parts, String text) {
        return switch (parts.next()) {
            case ORDER -> begun(parts, order(parts.id(), text));
            case PRODUCTS -> parts.with(OrderParts.there(parts.products()).with(products(parts.id(), text)));
            case REFUNDS -> parts.with(OrderParts.there(parts.refunds()).with(refunds(parts.id(), text)));
            case TRANSACTIONS, TAXES, ADDRESSES, CUSTOMER, CUSTOMER_GROUP ->
                parts.with(
                        new DetailReader(json, parts.id()).with(OrderParts.there(parts.details()), parts.next(), text));
            case NOTHING -> throw new IllegalStateException("All of order %d is read".formatted(parts.id()));
        };
    }

    private OrderParts begun(OrderParts parts, Order order) {
        return parts.with(order, more.of(parts.store(), order.channel()));
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
        refunds.forEach(refund -> checkOrder(refund.orderId() == order && refund.created() != null, what));
        return refunds;
    }

    private static void checkOrder(boolean isIts, String what) {
        if (!isIts) {
            throw ShopJson.unreadable(what + ": one lacks its id or date, or is another order's", null);
        }
    }
}
