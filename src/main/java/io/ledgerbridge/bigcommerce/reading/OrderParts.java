package io.ledgerbridge.bigcommerce.reading;

import io.ledgerbridge.bigcommerce.Order;
import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.bigcommerce.Refund;
import io.ledgerbridge.bigcommerce.details.CustomerGroup;
import io.ledgerbridge.bigcommerce.details.OrderTax;
import io.ledgerbridge.bigcommerce.details.ShippingAddress;
import io.ledgerbridge.bigcommerce.details.Transaction;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was read so far of an order: the order itself, then pages of its products, then pages of its refunds, then of what
 * else its channel asks for.
 *
 * @param store store key
 * @param id BigCommerce's
 * @param order empty as long as it isn't read, and the pages with it
 */
public record OrderParts(
        String store,
        long id,
        @Nullable Order order,
        @Nullable ProductPages products,
        @Nullable RowPages<Refund> refunds,
        @Nullable RowPages<Transaction> transactions,
        @Nullable RowPages<OrderTax> taxes,
        @Nullable RowPages<ShippingAddress> addresses,
        @Nullable CustomerParts customer) {

    /** What is read next. */
    public enum Part {
        ORDER,
        PRODUCTS,
        REFUNDS,
        TRANSACTIONS,
        TAXES,
        ADDRESSES,
        CUSTOMER,
        CUSTOMER_GROUP,
        /** All of it is read. */
        NOTHING
    }

    static OrderParts none(String store, long id) {
        return new OrderParts(store, id, null, null, null, null, null, null, null);
    }

    /** @param more what is read of it beside products and refunds */
    OrderParts with(Order read, Set<Part> more) {
        return new OrderParts(
                store,
                id,
                read,
                ProductPages.none(read),
                RowPages.none(id, "refunds", Refund::id),
                wanted(RowPages.none(id, "transactions", Transaction::id), more.contains(Part.TRANSACTIONS)),
                wanted(RowPages.none(id, "taxes", OrderTax::id), more.contains(Part.TAXES)),
                wanted(RowPages.none(id, "addresses", ShippingAddress::id), more.contains(Part.ADDRESSES)),
                CustomerParts.of(read, more.contains(Part.CUSTOMER)));
    }

    private static <T> RowPages<T> wanted(RowPages<T> pages, boolean wanted) {
        return wanted ? pages : pages.unwanted();
    }

    OrderParts withProducts(ProductPages read) {
        return new OrderParts(store, id, order, read, refunds, transactions, taxes, addresses, customer);
    }

    OrderParts withRefunds(RowPages<Refund> read) {
        return new OrderParts(store, id, order, products, read, transactions, taxes, addresses, customer);
    }

    OrderParts withTransactions(RowPages<Transaction> read) {
        return new OrderParts(store, id, order, products, refunds, read, taxes, addresses, customer);
    }

    OrderParts withTaxes(RowPages<OrderTax> read) {
        return new OrderParts(store, id, order, products, refunds, transactions, read, addresses, customer);
    }

    OrderParts withAddresses(RowPages<ShippingAddress> read) {
        return new OrderParts(store, id, order, products, refunds, transactions, taxes, read, customer);
    }

    OrderParts withCustomer(CustomerParts read) {
        return new OrderParts(store, id, order, products, refunds, transactions, taxes, addresses, read);
    }

    /** The first that isn't whole. */
    public Part next() {
        if (order == null) {
            return Part.ORDER;
        }
        if (there(products).incomplete()) {
            return Part.PRODUCTS;
        }
        for (Part part : new Part[] {Part.REFUNDS, Part.TRANSACTIONS, Part.TAXES, Part.ADDRESSES}) {
            if (rows(part).incomplete()) {
                return part;
            }
        }
        if (there(customer).lacksGroup()) {
            return Part.CUSTOMER;
        }
        return there(customer).lacksName() ? Part.CUSTOMER_GROUP : Part.NOTHING;
    }

    private RowPages<?> rows(Part part) {
        return switch (part) {
            case REFUNDS -> there(refunds);
            case TRANSACTIONS -> there(transactions);
            case TAXES -> there(taxes);
            case ADDRESSES -> there(addresses);
            case ORDER, PRODUCTS, CUSTOMER, CUSTOMER_GROUP, NOTHING ->
                throw new IllegalArgumentException(part + " has no rows");
        };
    }

    public boolean isIncomplete() {
        return next() != Part.NOTHING;
    }

    /** Number of the page that is read next, from 1; of the order there is one. */
    public int page() {
        Part next = next();
        return switch (next) {
            case PRODUCTS -> there(products).next();
            case ORDER, CUSTOMER, CUSTOMER_GROUP, NOTHING -> 1;
            case REFUNDS, TRANSACTIONS, TAXES, ADDRESSES -> rows(next).next();
        };
    }

    /** How much a page holds. */
    public int limit() {
        return next() == Part.PRODUCTS ? ProductPages.LIMIT : RowPages.LIMIT;
    }

    /**
     * All of it.
     *
     * @throws NullPointerException as long as the order isn't read
     */
    public OrderReading reading() {
        return new OrderReading(
                there(order),
                there(products).products(),
                there(refunds).rows(),
                there(transactions).rows(),
                there(taxes).rows(),
                there(addresses).rows(),
                group());
    }

    private @Nullable CustomerGroup group() {
        CustomerParts read = there(customer);
        return read.group() == null || read.name() == null ? null : new CustomerGroup(read.group(), read.name());
    }

    private static <T> T there(@Nullable T part) {
        return Objects.requireNonNull(part);
    }
}
