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

    static DetailParts none(Order order, Set<ReadPart> wanted) {
        return new DetailParts(
                pages(order, "transactions", Transaction::id, wanted.contains(ReadPart.TRANSACTIONS)),
                pages(order, "taxes", OrderTax::id, wanted.contains(ReadPart.TAXES)),
                pages(order, "addresses", ShippingAddress::id, wanted.contains(ReadPart.ADDRESSES)),
                CustomerParts.of(order, wanted.contains(ReadPart.CUSTOMER)));
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
    ReadPart next() {
        if (transactions.incomplete()) {
            return ReadPart.TRANSACTIONS;
        }
        if (taxes.incomplete()) {
            return ReadPart.TAXES;
        }
        if (addresses.incomplete()) {
            return ReadPart.ADDRESSES;
        }
        if (customer.lacksGroup()) {
            return ReadPart.CUSTOMER;
        }
        return customer.lacksName() ? ReadPart.CUSTOMER_GROUP : ReadPart.NOTHING;
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
