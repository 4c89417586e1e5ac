package io.ledgerbridge.posting.amounts;

import io.ledgerbridge.bigcommerce.Order;
import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.ledger.Money;
import io.ledgerbridge.ledger.Role;
import io.ledgerbridge.posting.CannotPost;
import io.ledgerbridge.posting.explained.Terms;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;

/**
 * An order's amounts by role (accounting rules, "An order's lines"), with the discount apart and the cost of goods
 * always there. BigCommerce's figures keep their scale until a role's sum is rounded.
 */
public final class OrderAmounts {

    private final OrderReading reading;
    private final OrderFigures figures;
    private final Order order;
    private final Currency currency;
    private final Money limit;

    /**
     * The amounts of an order as it was read.
     *
     * @param limit the largest difference that may be rounding
     */
    public OrderAmounts(OrderReading reading, Money limit) {
        this.figures = new OrderFigures(reading, limit);
        this.reading = reading;
        this.order = reading.order();
        this.currency = limit.currency();
        this.limit = limit;
    }

    /**
     * All amounts of the order.
     *
     * @throws CannotPost where the shop's figures don't agree with each other
     */
    public Amounts all() {
        BigDecimal fees = figures.feesOnTop();
        checkProducts(fees);
        checkTotals();
        checkWhatCloses(fees);
        Amounts lines = rounded(fees);
        return lines.plus(closing(), lines.sum().negated()).plus(Goods.at(figures.cost(), currency));
    }

    /** The figures of which they are the sums. */
    public Map<Role, Terms> terms() {
        return OrderTerms.of(reading, limit, all());
    }

    private Role closing() {
        return order.isDiscounted() ? Role.DISCOUNTS : Role.ROUNDING;
    }

    /** All but what closes them, each role's sum rounded. */
    private Amounts rounded(BigDecimal fees) {
        return figures.tenders()
                .plus(Role.REVENUE, credit(figures.goodsSold()))
                .plus(Role.GIFT_CERTIFICATES_SOLD, credit(figures.giftCertificatesSold()))
                .plus(Role.SHIPPING, credit(order.shippingExTax()))
                .plus(Role.HANDLING, credit(order.handlingExTax()))
                .plus(Role.WRAPPING, credit(order.wrappingExTax()))
                .plus(Role.FEES, credit(fees))
                .plus(Role.SALES_TAX, credit(order.totalTax()));
    }

    private Money credit(BigDecimal sum) {
        return Money.rounded(sum.negate(), currency);
    }

    /** A subtotal may hold the fees that the products lack. */
    private void checkProducts(BigDecimal feesOnTop) {
        BigDecimal products = figures.products();
        if (differ(products, order.subtotalExTax()) && differ(products.add(feesOnTop), order.subtotalExTax())) {
            throw OrderRefusals.productsDiffer(products, order.subtotalExTax(), limit);
        }
    }

    private void checkTotals() {
        if (differ(order.totalExTax(), figures.totalWithoutTax())) {
            throw OrderRefusals.totalsDiffer(order, limit);
        }
    }

    private void checkWhatCloses(BigDecimal fees) {
        if (figures.closes(fees)) {
            return;
        }
        throw order.isDiscounted()
                ? OrderRefusals.discountOutOfRange(figures.netDiscount(fees), figures.discounts(), order, limit)
                : OrderRefusals.unexplained(figures.sum(fees), order, limit);
    }

    private boolean differ(BigDecimal one, BigDecimal other) {
        return one.subtract(other).abs().compareTo(limit.amount()) > 0;
    }
}
