package io.ledgerbridge.bigcommerce.reading;

import io.ledgerbridge.bigcommerce.Order;
import io.ledgerbridge.bigcommerce.details.CustomerGroup;
import io.ledgerbridge.bigcommerce.details.OrderTax;
import io.ledgerbridge.bigcommerce.details.ShippingAddress;
import io.ledgerbridge.bigcommerce.details.Transaction;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** What was read so far of an order for its channel's lists: each part whole, before the next one begins. */
public record DetailParts(
        RowPages<Transaction> transactions,
        RowPages<OrderTax> taxes,
        RowPages<ShippingAddress> addresses,
        CustomerParts customer) {

    static DetailParts none(Order order, Set<OrderParts.Part> wanted) {
        return new DetailParts(
                pages(order, "transactions", Transaction::id, wanted.contains(OrderParts.Part.TRANSACTIONS)),
                pages(order, "taxes", OrderTax::id, wanted.contains(OrderParts.Part.TAXES)),
                pages(order, "addresses", ShippingAddress::id, wanted.contains(OrderParts.Part.ADDRESSES)),
                CustomerParts.of(order, wanted.contains(OrderParts.Part.CUSTOMER)));
    }

    private static <T> RowPages<T> pages(Order order, String what, ToLongFunction<T> id, boolean wanted) {
        RowPages<T> pages = RowPages.none(order.id(), what, id);
        return wanted ? pages : pages.unwanted();
    }

    DetailParts withTransactions(RowPages<Transaction> read) {
        return new DetailParts(read, taxes, addresses, customer);
    }

    DetailParts withTaxes(RowPages<OrderTax> read) {
        return new DetailParts(transactions, read, addresses, customer);
    }

    DetailParts withAddresses(RowPages<ShippingAddress> read) {
        return new DetailParts(transactions, taxes, read, customer);
    }

    DetailParts withCustomer(CustomerParts read) {
        return new DetailParts(transactions, taxes, addresses, read);
    }

    /** The first that isn't whole. */
    OrderParts.Part next() {
        if (transactions.incomplete()) {
            return OrderParts.Part.TRANSACTIONS;
        }
        if (taxes.incomplete()) {
            return OrderParts.Part.TAXES;
        }
        if (addresses.incomplete()) {
            return OrderParts.Part.ADDRESSES;
        }
        if (customer.lacksGroup()) {
            return OrderParts.Part.CUSTOMER;
        }
        return customer.lacksName() ? OrderParts.Part.CUSTOMER_GROUP : OrderParts.Part.NOTHING;
    }

    int page() {
        return switch (next()) {
            case TRANSACTIONS -> transactions.next();
            case TAXES -> taxes.next();
            case ADDRESSES -> addresses.next();
            case ORDER, PRODUCTS, REFUNDS, CUSTOMER, CUSTOMER_GROUP, NOTHING -> 1;
        };
    }

    @Nullable
    CustomerGroup group() {
        return customer.group() == null || customer.name() == null
                ? null
                : new CustomerGroup(customer.group(), customer.name());
    }
}
