package io.ledgerbridge.bigcommerce.reading;

import io.ledgerbridge.bigcommerce.Order;
import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.bigcommerce.Refund;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was read so far of an order: the order itself, then pages of its products, then pages of its refunds, then what else its
 * channel asks for.
 *
 * @param store store key
 * @param order empty as long as it isn't read, and the pages with it
 */
public record OrderParts(
        String store,
        long id,
        @Nullable Order order,
        @Nullable ProductPages products,
        @Nullable RowPages<Refund> refunds,
        @Nullable DetailParts details) {

    static OrderParts none(String store, long id) {
        return new OrderParts(store, id, null, null, null, null);
    }

    /** @param more what is read of it beside products and refunds */
    OrderParts with(Order read, Set<ReadPart> more) {
        return new OrderParts(
                store,
                id,
                read,
                ProductPages.none(read),
                RowPages.none(id, "refunds", Refund::id),
                DetailParts.none(read, more));
    }

    OrderParts with(ProductPages read) {
        return new OrderParts(store, id, order, read, refunds, details);
    }

    OrderParts with(RowPages<Refund> read) {
        return new OrderParts(store, id, order, products, read, details);
    }

    OrderParts with(DetailParts read) {
        return new OrderParts(store, id, order, products, refunds, read);
    }

    /** The first that isn't whole. */
    public ReadPart next() {
        if (order == null) {
            return ReadPart.ORDER;
        }
        if (there(products).incomplete()) {
            return ReadPart.PRODUCTS;
        }
        return there(refunds).incomplete() ? ReadPart.REFUNDS : there(details).next();
    }

    public boolean isIncomplete() {
        return next() != ReadPart.NOTHING;
    }

    /** Number of the page that is read next, from 1; of the order there is one. */
    public int page() {
        return switch (next()) {
            case ORDER -> 1;
            case PRODUCTS -> there(products).next();
            case REFUNDS -> there(refunds).next();
            case TRANSACTIONS, TAXES, ADDRESSES, CUSTOMER, CUSTOMER_GROUP, NOTHING ->
                there(details).page();
        };
    }

    /** How much a page holds. */
    public int limit() {
        return next() == ReadPart.PRODUCTS ? ProductPages.LIMIT : RowPages.LIMIT;
    }

    /**
     * All of it.
     *
     * @throws NullPointerException as long as the order isn't read
     */
    public OrderReading reading() {
        DetailParts read = there(details);
        return new OrderReading(
                there(order),
                there(products).products(),
                there(refunds).rows(),
                read.transactions().rows(),
                read.taxes().rows(),
                read.addresses().rows(),
                read.group());
    }

    static <T> T there(@Nullable T part) {
        return Objects.requireNonNull(part);
    }
}
