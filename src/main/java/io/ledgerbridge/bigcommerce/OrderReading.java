package io.ledgerbridge.bigcommerce;

import io.ledgerbridge.bigcommerce.details.CustomerGroup;
import io.ledgerbridge.bigcommerce.details.OrderTax;
import io.ledgerbridge.bigcommerce.details.ShippingAddress;
import io.ledgerbridge.bigcommerce.details.Transaction;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An order with its products and refunds, as BigCommerce gave them in one reading, and with what else its channel asks for.
 *
 * @param transactions empty where the channel has no list of tenders
 * @param taxes empty where the channel has no list of tax rates
 * @param addresses likewise
 * @param group of the customer; null where it isn't asked for, and of a guest
 */
public record OrderReading(
        Order order,
        List<OrderProduct> products,
        List<Refund> refunds,
        List<Transaction> transactions,
        List<OrderTax> taxes,
        List<ShippingAddress> addresses,
        @Nullable CustomerGroup group) {

    public OrderReading {
        products = orNone(products);
        refunds = orNone(refunds);
        transactions = orNone(transactions);
        taxes = orNone(taxes);
        addresses = orNone(addresses);
    }

    private static <T> List<T> orNone(@Nullable List<T> rows) {
        return rows == null ? List.of() : List.copyOf(rows);
    }

    /** Of a channel without lists. */
    public OrderReading(Order order, List<OrderProduct> products, List<Refund> refunds) {
        this(order, products, refunds, List.of(), List.of(), List.of(), null);
    }

    /** The same with other refunds. */
    public OrderReading with(List<Refund> others) {
        return new OrderReading(order, products, others, transactions, taxes, addresses, group);
    }

    /** The product of the order's item; none where an edit has taken it out. */
    public Optional<OrderProduct> product(long item) {
        return products.stream().filter(product -> product.id() == item).findFirst();
    }

    /** The refund of an id. */
    public Optional<Refund> refund(long id) {
        return refunds.stream().filter(refund -> refund.id() == id).findFirst();
    }

    /** Whether the shop, or one of its gateways, was only tried. */
    public boolean isTest() {
        return order.isTest() || transactions.stream().anyMatch(Transaction::test);
    }
}
