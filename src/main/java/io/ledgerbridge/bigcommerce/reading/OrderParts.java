package io.ledgerbridge.bigcommerce.reading;

import io.ledgerbridge.bigcommerce.Order;
import io.ledgerbridge.bigcommerce.OrderReading;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was read so far of an order: the order itself, then pages of its products, then pages of its refunds.
 *
 * @param id BigCommerce's
 * @param order empty as long as it isn't read, and the pages with it
 */
public record OrderParts(
        long id,
        @Nullable Order order,
        @Nullable ProductPages products,
        @Nullable RefundPages refunds) {

    /** What is read next. */
    public enum Part {
        ORDER,
        PRODUCTS,
        REFUNDS,
        /** All of it is read. */
        NOTHING
    }

    static OrderParts none(long id) {
        return new OrderParts(id, null, null, null);
    }

    OrderParts with(Order read) {
        return new OrderParts(id, read, ProductPages.none(read), RefundPages.none(read.id()));
    }

    OrderParts with(ProductPages read) {
        return new OrderParts(id, order, read, refunds);
    }

    OrderParts with(RefundPages read) {
        return new OrderParts(id, order, products, read);
    }

    public Part next() {
        if (products == null || refunds == null) {
            return Part.ORDER;
        }
        if (products.incomplete()) {
            return Part.PRODUCTS;
        }
        return refunds.incomplete() ? Part.REFUNDS : Part.NOTHING;
    }

    public boolean isIncomplete() {
        return next() != Part.NOTHING;
    }

    /** Number of the page that is read next, from 1; of the order there is one. */
    public int page() {
        return switch (next()) {
            case PRODUCTS -> productPages().next();
            case REFUNDS -> refundPages().next();
            case ORDER, NOTHING -> 1;
        };
    }

    /** How much a page holds. */
    public int limit() {
        return next() == Part.PRODUCTS ? ProductPages.LIMIT : RefundPages.LIMIT;
    }

    /**
     * All of it.
     *
     * @throws NullPointerException as long as the order isn't read
     */
    public OrderReading reading() {
        return new OrderReading(
                Objects.requireNonNull(order),
                productPages().products(),
                refundPages().refunds());
    }

    ProductPages productPages() {
        return Objects.requireNonNull(products);
    }

    RefundPages refundPages() {
        return Objects.requireNonNull(refunds);
    }
}
